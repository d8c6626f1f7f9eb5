import ArgumentParser
import Tare

/// `tare simulate`: what a conversation costs over its turns under each way of trimming it.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Shows what a conversation costs under each way of trimming its history.",
    usage: "tare simulate [options] [<conversation>]",
    discussion: """
      Examples:
        tare simulate --model claude-sonnet-4-6          40 turns, a minute apart
        tare simulate --model gpt-5.4 --gaps live-chat   pauses as people make them
        tare simulate --system 6000 --turns 12 --gaps 10m --cache none
        tare simulate --policy sliding:8000 --policy watermark:8000:4000
        tare simulate chat.json --conversations-per-month 10000

      Each request is billed as the model's provider bills it: what the cache still holds is read, what is marked is \
      written, the rest is input. The full history is always among the policies, and percentages are of its cost.

      Policies: full; sliding:LIMIT drops the oldest turns before each request; watermark:HIGH:LOW drops nothing up to \
      HIGH tokens of input and then down to LOW; watermark-cold:HIGH:LOW also when the cache has forgotten; cold:LOW \
      only then; summary:HIGH:LOW and summary-each-turn:TURNS have what goes summarised, in 200 tokens, or in those \
      of a further number.

      A file is a conversation in any format that tare trim reads: each answer in it is one request. Where no model \
      is named, there or with --model, it is \(EncodingOptions.defaultModel). A monthly sum appears only with \
      --conversations-per-month. Documentation/Simulation.md has the rules.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
    case csv
  }

  @Argument(help: ArgumentHelp("A conversation whose messages are counted; - is standard input.", valueName: "file"))
  var path: String?

  @OptionGroup var sizes: SimulatedSizeOptions
  @OptionGroup var counting: EncodingOptions

  @Option(help: ArgumentHelp("The shape of the file, where it is not to be found out.", valueName: "name"))
  var messageFormat: WireFormat?

  @OptionGroup var prices: RateOptions

  @Option(
    help: ArgumentHelp(
      "none, automatic for the provider's usual cache, or a lifetime it has, such as 1h.", valueName: "mode"))
  var cache: CacheChoice = .automatic

  @Option(
    help: ArgumentHelp(
      "How many of 100 hits an automatic cache grants; providers promise none.", valueName: "percent"))
  var hitRate = 100

  @Option(
    help: ArgumentHelp(
      "Pauses between requests: 60s, live-chat, agent-loop, ticket, or shares such as 20s:70,10m:30.",
      valueName: "pattern"))
  var gaps = "60s"

  @Option(
    help: ArgumentHelp("How many conversations are drawn where pauses vary.", valueName: "n"))
  var draw: Int = GapPattern.usualConversations

  @Option(help: ArgumentHelp("A way of trimming; can be given several times. All by default.", valueName: "policy"))
  var policy: [HistoryPolicy] = []

  @Option(help: ArgumentHelp("How many such conversations a month has.", valueName: "n"))
  var conversationsPerMonth: Int?

  @Option(help: ArgumentHelp("Output: text, markdown, json or csv.", valueName: "format"))
  var format: Format = .text

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  private static let usualPolicies: [HistoryPolicy] = [
    .full, .sliding(limit: 4_000), .watermark(high: 4_000, low: 2_000), .watermark(high: 7_500, low: 3_700),
    .watermark(high: 4_000, low: 2_000, alsoWhenCold: true), .whenCold(low: 2_000),
    .summaryOnOverflow(high: 4_000, low: 2_000), .summaryEachTurn(keeping: 3),
  ]

  func validate() throws {
    if let conversationsPerMonth, conversationsPerMonth < 1 {
      throw ValidationError("--conversations-per-month takes 1 or more")
    }
    if !(0...100 ~= hitRate) { throw ValidationError("--hit-rate takes 0 to 100") }
    if path != nil, sizes.isStated {
      throw ValidationError("a file has its own sizes: give it, or --system, --user, --assistant and --turns")
    }
    if counting.encoding != nil, path == nil { throw ValidationError("--encoding counts a file, and none is given") }
  }

  func run() throws {
    let file = try path.map { path throws(CommandError) in
      try SimulatedFile(path, format: messageFormat, counting: counting)
    }
    let catalogue = try prices.catalogue
    let model = counting.model ?? file?.model
    let rate = try catalogue.rate(orNearest: model ?? EncodingOptions.defaultModel)
    let report = try report(on: file, prices.at.map(rate.at) ?? rate, catalogue, isModelNamed: model != nil)
    try StandardOutput.write(text(of: report), orTo: outputFile)
  }

  private func report(
    on file: SimulatedFile?, _ rate: Rate, _ catalogue: RateCatalogue, isModelNamed: Bool
  ) throws(CommandError) -> SimulationReport {
    let terms = try terms(of: rate)
    do {
      let pauses = try GapPattern(gaps, conversations: draw)
      let pattern = hitRate == 100 ? pauses : try pauses.repeated(draw)
      let simulation = ConversationSimulation(try conversation(in: file), rate: rate, terms: terms)
      let comparison = try PolicyComparison(
        simulation, policies: policy.isEmpty ? Self.usualPolicies : policy, gaps: pattern)
      return SimulationReport(
        comparison, of: simulation, gaps: pattern, named: gaps, prices: catalogue, at: prices.at,
        isModelNamed: isModelNamed,
        origin: file?.origin ?? .stated, conversationsPerMonth: conversationsPerMonth)
    } catch {
      throw .usage(error.description)
    }
  }

  private func terms(of rate: Rate) throws(CommandError) -> CacheTerms {
    let terms = try rate.cacheTerms(asChosen: cache)
    guard hitRate < 100 else { return terms }
    guard let granting = terms.granting(hitRate) else {
      throw .usage("--hit-rate is for automatic caches; \(rate.model) has no such cache here")
    }
    return granting
  }

  private func conversation(in file: SimulatedFile?) throws(SimulationError) -> SimulatedConversation {
    if let file { return file.conversation }
    return try sizes.conversation()
  }

  private func text(of report: SimulationReport) -> String {
    switch format {
    case .text: report.text
    case .markdown: report.markdown
    case .json: report.json
    case .csv: report.csv
    }
  }
}
