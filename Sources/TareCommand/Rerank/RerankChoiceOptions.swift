import ArgumentParser
import Tare

/// Which of the documents stay, where a request says nothing about it.
struct RerankChoiceOptions: ParsableArguments {
  @Option(
    name: [.customLong("top-k"), .customLong("top-n")], help: ArgumentHelp("Keep at most n documents.", valueName: "n"))
  var topK: Int?

  @Option(help: ArgumentHelp("Drop documents with a lower score, from 0 to 1.", valueName: "score"))
  var scoreFloor: Double?

  @Option(
    help: ArgumentHelp(
      "Drop a document that shares this share of its three-word sequences with a better one; 0.8 takes copies.",
      valueName: "share"))
  var duplicates: Double?

  @Option(help: ArgumentHelp("Of what is kept: relevance, original or edges-first.", valueName: "order"))
  var order: ChunkPruning.Order?

  @Option(
    name: .customLong("budget"),
    help: ArgumentHelp("Keep what fits so many tokens; may be given several times.", valueName: "tokens"))
  var budgets: [Int] = []

  @Flag(inversion: .prefixedNo, help: "Cut documents that do not fit a budget to their best sentences.")
  var pack = true

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("The language of the documents, such as de; told from their words otherwise.", valueName: "tag"))
  var language: String?

  @Flag(name: .customLong("turns"), help: "The documents are the turns of one dialogue, in order.")
  var areTurns = false

  func validate() throws {
    if let topK, topK < 0 { throw ValidationError("--top-k takes a number from 0") }
    if let scoreFloor, !scoreFloor.isFinite { throw ValidationError("--score-floor takes a number") }
    if let duplicates, !(0...1).contains(duplicates) { throw ValidationError("--duplicates takes 0 to 1") }
    if budgets.contains(where: { $0 < 1 }) { throw ValidationError("--budget takes a number from 1") }
    if let language, Language.Tag(language) == .unknown {
      throw ValidationError(
        "unknown language \"\(language)\"; there are \(Language.all.map(\.name).joined(separator: ", "))")
    }
  }

  var defaults: RerankDefaults {
    var defaults = RerankDefaults()
    defaults.pruning.limit = topK
    defaults.pruning.scoreFloor = scoreFloor
    defaults.pruning.duplicateThreshold = duplicates
    defaults.pruning.order = order
    defaults.budgets = budgets
    if let language, case .known(let known) = Language.Tag(language) { defaults.language = known }
    defaults.packs = pack
    defaults.areTurns = areTurns
    return defaults
  }
}
