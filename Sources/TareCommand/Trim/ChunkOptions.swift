import ArgumentParser
import Tare

/// The chunks that go into a payload, and how they are pruned.
struct ChunkOptions: ParsableArguments {
  @Option(
    name: .customLong("chunks"),
    help: ArgumentHelp(
      "Put these chunks before the last human message: a JSON array, or one {\"id\",\"title\",\"text\",\"score\"} a line.",
      valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("What the chunks are to answer; by default the last human message.", valueName: "text"))
  var question: String?

  @Option(help: ArgumentHelp("The share of the budget that is reserved for chunks.", valueName: "share"))
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
    if let topK, topK < 0 { throw ValidationError("--top-k takes a number from 0") }
    guard (0...1).contains(duplicateThreshold) else { throw ValidationError("--duplicate-threshold takes 0 to 1") }
  }

  /// The chunks of the file with their pruning, ready for any conversation.
  func load() throws(CommandError) -> ChunkSelectionRequest? {
    guard let path else { return nil }
    let file = try InputFile.read(path)
    do {
      return ChunkSelectionRequest(options: self, chunks: try ChunkFile(file.bytes).chunks)
    } catch {
      throw .input("\(file.path):\(error.location)", error.reason)
    }
  }

  /// Writes the chunks that stay where they were asked for, fields included that nothing here knows.
  func write(_ account: ChunkAccount) throws(CommandError) {
    guard let path, let chunksOutput else { return }
    let values: [JSONValue]
    do { values = try ChunkFile(InputFile.read(path).bytes).values } catch let error as CommandError {
      throw error
    } catch {
      throw .input(path, "\(error)")
    }
    var writer = JSONWriter(style: .indented)
    writer.array { array in account.kept.forEach { array.raw(values[$0.chunk].rawBytes) } }
    try StandardOutput.write(writer.text + "\n", orTo: chunksOutput)
  }
}

/// Chunks and the options by which they are judged and pruned.
struct ChunkSelectionRequest {
  let options: ChunkOptions
  let chunks: [Chunk]

  /// The request for one conversation: its last human message is the question where none was given.
  func request(for conversation: Conversation, tokenizer: Tokenizer) throws(CommandError) -> ChunkRequest {
    var pruning = ChunkPruning()
    pruning.scoreFloor = options.scoreFloor
    pruning.limit = options.topK
    pruning.duplicateThreshold = options.duplicateThreshold
    pruning.order = options.chunkOrder
    let question = options.question ?? conversation.messages.last { $0.isHuman }?.text ?? ""
    return ChunkRequest(
      chunks, relevance: try relevance(to: Query(text: question), tokenizer), pruning: pruning,
      share: options.chunkShare, role: options.chunkRole.role,
      destination: options.chunksOutput == nil ? .payload : .elsewhere)
  }

  private func relevance(to query: Query, _ tokenizer: Tokenizer) throws(CommandError) -> [Relevance] {
    if let given = chunks.givenRelevance { return given }
    do { return try LexicalReranker(tokenizer: tokenizer).relevance(of: chunks, to: query) } catch {
      throw .input("chunks", "\(error)")
    }
  }
}

extension ChunkPruning.Order: ExpressibleByArgument {}

extension Share: ExpressibleByArgument {
  /// A share as a decimal between 0 and 1 with at most three places: `0.6`, `.25`, `1`.
  public init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= 3, !(parts[0].isEmpty && fraction.isEmpty) else { return nil }
    let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
    guard let whole = Int(parts[0].isEmpty ? "0" : parts[0]), let thousandths = Int(padded) else { return nil }
    guard whole == 0 || (whole == 1 && thousandths == 0) else { return nil }
    self.init(thousandths: whole * 1_000 + thousandths)
  }

  /// The share as it is written on the command line.
  public var defaultValueDescription: String {
    let digits = String(1_000 + thousandths % 1_000).dropFirst()
    var fraction = digits
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\(fraction)"
  }
}
