import ArgumentParser
import Tare

/// The chunks that go into a payload, and how they are pruned.
struct ChunkOptions: ParsableArguments {
  @Option(
    name: .customLong("chunks"),
    help: ArgumentHelp(
      "Put these chunks before the last human message: a JSON array, or one {\"id\",\"title\",\"text\",\"score\"} a line. Where all have a score it ranks them, unless there is a --question.",
      valueName: "file"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "The largest share of the budget that is reserved for chunks; they reserve no more than they have.",
      valueName: "share"))
  var chunkShare = Share(thousandths: 500)

  @Option(help: ArgumentHelp("Keep at most n chunks.", valueName: "n"))
  var topK: Int?

  @Option(help: ArgumentHelp("Drop chunks with a lower score.", valueName: "score"))
  var scoreFloor: Double?

  @Option(
    help: ArgumentHelp(
      "Drop a chunk that shares this share of its three-word sequences with a better one.", valueName: "share"))
  var duplicateThreshold = 0.8

  @Option(help: ArgumentHelp("relevance, original or edges-first.", valueName: "order"))
  var chunkOrder: ChunkPruning.Order = .relevance

  @Option(help: ArgumentHelp("The role of the message with the chunks: user, system or developer.", valueName: "role"))
  var chunkRole: ChunkRole = .user

  @Option(
    help: ArgumentHelp("Write the chunks that stay to this file and not into the payload.", valueName: "file"))
  var chunksOutput: String?

  enum ChunkRole: String, ExpressibleByArgument, CaseIterable {
    case user
    case system
    case developer

    var role: Role {
      switch self {
      case .user: .user
      case .system: .system
      case .developer: .developer
      }
    }
  }

  func validate() throws {
    if path == nil, chunksOutput != nil { throw ValidationError("--chunks-output goes with --chunks") }
    if let scoreFloor, !scoreFloor.isFinite { throw ValidationError("--score-floor takes a number") }
    if let topK, topK < 0 { throw ValidationError("--top-k takes a number from 0") }
    guard (0...1).contains(duplicateThreshold) else { throw ValidationError("--duplicate-threshold takes 0 to 1") }
  }

  /// The chunks of the file.
  func load() throws(CommandError) -> ChunkFile? {
    guard let path else { return nil }
    let file = try InputFile.read(path)
    do { return try ChunkFile(file.bytes) } catch { throw .input("\(file.path):\(error.location)", error.reason) }
  }

  /// The request for chunks that were judged.
  func request(_ chunks: [Chunk], _ relevance: [Relevance]) -> ChunkRequest {
    var pruning = ChunkPruning()
    pruning.scoreFloor = scoreFloor
    pruning.limit = topK
    pruning.duplicateThreshold = duplicateThreshold
    pruning.order = chunkOrder
    return ChunkRequest(
      chunks, relevance: relevance, pruning: pruning, share: chunkShare, role: chunkRole.role,
      destination: chunksOutput == nil ? .payload : .elsewhere)
  }

  /// Writes the chunks that stay where they were asked for, fields included that nothing here knows.
  ///
  /// They are written from what was read for the plan: the file may have changed since, and a pipe is empty by now.
  func write(_ account: ChunkAccount, of file: ChunkFile) throws(CommandError) {
    guard let chunksOutput else { return }
    var writer = JSONWriter(style: .indented)
    writer.array { array in account.kept.forEach { array.raw(file.values[$0.chunk].rawBytes) } }
    try StandardOutput.write(writer.text + "\n", orTo: chunksOutput)
  }
}
