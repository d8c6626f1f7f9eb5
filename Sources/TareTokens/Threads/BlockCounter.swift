/// Counts a text that comes in parts, by several workers: the same as by one, and as if it came whole.
///
/// A block of the text is gathered, cut at its last sure place (see ``TextCuts``), and counted by all workers together.
/// From a block without such a place on, and for encodings of which none is known, a ``StreamCounter`` goes on alone.
public struct BlockCounter: Sendable {
  /// The bytes of a block: enough for several stretches for each of a few workers.
  static let usualBlock = 1 << 20
  /// How far back from the end of a block a place to cut is looked for.
  static let searched = 1 << 16

  private let tokenizer: Tokenizer
  private let workers: Int
  private let block: Int
  private var total = 0
  private var buffer: [UInt8] = []
  private var alone: StreamCounter?

  /// A counter that has seen nothing.
  ///
  /// - Parameter workers: How many stretches are counted at a time; at least one is.
  public init(_ tokenizer: Tokenizer, workers: Int) {
    self.init(tokenizer, workers: workers, block: Self.usualBlock)
  }

  init(_ tokenizer: Tokenizer, workers: Int, block: Int) {
    self.tokenizer = tokenizer
    self.workers = workers
    self.block = block
    if workers < 2 || !tokenizer.encoding.kind.canBeCut { alone = StreamCounter(tokenizer) }
  }

  /// Takes in the next part of the text.
  public mutating func append(_ part: [UInt8]) async {
    if var counter = alone.take() {
      counter.append(part.span)
      alone = counter
      return
    }
    buffer += part
    guard buffer.count >= block else { return }
    guard let cut = lastCut else {
      var counter = StreamCounter(tokenizer)
      counter.append(buffer.span)
      alone = counter
      buffer = []
      return
    }
    total += await tokenizer.count(Array(buffer[..<cut]), workers: workers)
    buffer.removeFirst(cut)
  }

  /// The number of tokens of all that was taken in.
  public consuming func finish() async -> Int {
    if let alone { return total + alone.finish() }
    return await total + tokenizer.count(buffer, workers: workers)
  }

  private var lastCut: Int? {
    let end = buffer.count
    return unsafe buffer.withUnsafeBufferPointer { bytes in
      unsafe withCursor(bytes) { TextCuts(text: $0).last(in: max(0, end - Self.searched)..<end) }
    }
  }
}
