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
      "Rank the chunks by their words in common with this text, whatever scores they have. Without it their scores rank them, and the last human message where any has none.",
      valueName: "text"))
  var question: String?

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
    if path == nil, chunksOutput != nil || question != nil || topK != nil || scoreFloor != nil {
      throw ValidationError("--question, --top-k, --score-floor and --chunks-output go with --chunks")
    }
    if let scoreFloor, !scoreFloor.isFinite { throw ValidationError("--score-floor takes a number") }
    if let topK, topK < 0 { throw ValidationError("--top-k takes a number from 0") }
    guard (0...1).contains(duplicateThreshold) else { throw ValidationError("--duplicate-threshold takes 0 to 1") }
  }

  /// The chunks of the file with their pruning, ready for any conversation.
  func load() throws(CommandError) -> ChunkSelectionRequest? {
    guard let path else { return nil }
    let file = try InputFile.read(path)
    do {
      return ChunkSelectionRequest(options: self, file: try ChunkFile(file.bytes))
    } catch {
      throw .input("\(file.path):\(error.location)", error.reason)
    }
  }
}

/// Chunks and the options by which they are judged and pruned.
struct ChunkSelectionRequest {
  let options: ChunkOptions
  let file: ChunkFile

  /// The request for one conversation. A question that was asked for ranks the chunks; without one their scores do,
  /// and the last human message where any has none.
  func request(for conversation: Conversation, tokenizer: Tokenizer) throws(CommandError) -> ChunkRequest {
    var pruning = ChunkPruning()
    pruning.scoreFloor = options.scoreFloor
    pruning.limit = options.topK
    pruning.duplicateThreshold = options.duplicateThreshold
    pruning.order = options.chunkOrder
    return ChunkRequest(
      file.chunks, relevance: try relevance(in: conversation, tokenizer), pruning: pruning,
      share: options.chunkShare, role: options.chunkRole.role,
      destination: options.chunksOutput == nil ? .payload : .elsewhere)
  }

  private func relevance(in conversation: Conversation, _ tokenizer: Tokenizer) throws(CommandError) -> [Relevance] {
    let reranker: LexicalReranker
    do { reranker = try LexicalReranker(tokenizer: tokenizer) } catch { throw .input("chunks", "\(error)") }
    if let question = options.question { return reranker.relevance(of: file.chunks, to: Query(text: question)) }
    let lastHuman = conversation.messages.last { $0.isHuman }?.text ?? ""
    return file.chunks.relevance(to: Query(text: lastHuman), by: reranker)
  }

  /// Writes the chunks that stay where they were asked for, fields included that nothing here knows.
  ///
  /// They are written from what was read for the plan: the file may have changed since, and a pipe is empty by now.
  func write(_ account: ChunkAccount) throws(CommandError) {
    guard let chunksOutput = options.chunksOutput else { return }
    var writer = JSONWriter(style: .indented)
    writer.array { array in account.kept.forEach { array.raw(file.values[$0.chunk].rawBytes) } }
    try StandardOutput.write(writer.text + "\n", orTo: chunksOutput)
  }
}
