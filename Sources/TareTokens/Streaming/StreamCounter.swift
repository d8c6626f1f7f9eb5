/// Counts the tokens of a text that comes in parts, exactly as if it came whole.
///
/// The parts may be cut anywhere, inside a character or a word too. For the built-in encodings what is kept is bounded,
/// whatever the length of the text: a window of it, and of a single piece that is longer than the window about as many
/// bytes as all tokens of the vocabulary have together (see ``LongPieceCount`` for why that is enough).
///
/// Of an installed encoding with a pattern of its own, a piece is kept until it ends; of one that wants a normal form,
/// also what stands between two ASCII characters; and of one that divides text in several steps or not at all, puts a
/// space before it, or has added tokens that depend on what is before them, the whole text.
///
/// ```swift
/// var counter = StreamCounter(Tokenizer(.o200kBase))
/// while let part = try next() { counter.append(part.span) }
/// let tokens = counter.finish()
/// ```
/// A copy of a counter can be finished to learn the count so far.
///
/// - Complexity: O(*n*) in bytes, for a text that is one single piece too.
public struct StreamCounter: Sendable {
  /// How much of the text is looked at together, in bytes.
  static let usualWindow = 1 << 19
  /// Enough for every piece of bounded length with what decides its end.
  static let smallestWindow = 32

  private let tokenizer: Tokenizer
  private let window: Int
  private let block: Int
  private var total = 0
  private var buffer: [UInt8] = []
  /// How many bytes at the start of the buffer are normalized already, and have none of the tokens in them that are
  /// looked for before.
  private var normalized = 0
  private var openPiece: OpenPiece?
  /// How many bytes are waited for: twice what is kept, so that what cannot be counted yet is not looked at too often.
  private var goal: Int

  /// A counter that has seen nothing.
  public init(_ tokenizer: Tokenizer) {
    self.init(tokenizer, window: Self.usualWindow, block: LongPieceCount.usualBlock)
  }

  /// - Precondition: `window` is at least ``smallestWindow``, `block` at least the length of the longest token.
  init(_ tokenizer: Tokenizer, window: Int, block: Int) {
    self.tokenizer = tokenizer
    self.window = window
    self.block = block
    goal = window
  }

  /// Takes in the next part of the text.
  public mutating func append(_ utf8: Span<UInt8>) {
    var start = 0
    while start < utf8.count {
      let end = min(utf8.count, start + window)
      unsafe utf8.extracting(start..<end).withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
      start = end
      if buffer.count >= goal { drain() }
    }
  }

  /// The tokens of what is counted already: never more than ``finish()`` will give.
  public var counted: Int { total }

  /// The number of tokens of all that was taken in.
  public consuming func finish() -> Int {
    if case .pieces(let rules) = tokenizer.encoding.streaming, openPiece != nil { drainPieces(rules, isLast: true) }
    if case .settledPieces = tokenizer.encoding.streaming {
      return total + tokenizer.countRest(of: &buffer, normalized: normalized)
    }
    return total + tokenizer.count(buffer[...])
  }

  /// Counts what is sure of the buffer and keeps the rest.
  private mutating func drain() {
    switch tokenizer.encoding.streaming {
    case .pieces(let rules): drainPieces(rules, isLast: false)
    case .settledPieces: total += tokenizer.takeSettledPieces(from: &buffer, normalized: &normalized)
    case .none: break
    }
    goal = max(window, 2 * buffer.count)
  }

  private mutating func drainPieces(_ rules: any StreamingPreTokenizer, isLast: Bool) {
    var start = 0
    while start < buffer.count || isLast {
      let rest = buffer[start...]
      if openPiece != nil {
        start += take(rest, isLast: isLast)
        if openPiece != nil || isLast { break }
      } else if let end = sureEnd(rest) {
        total += tokenizer.count(rest[..<end])
        start = end
        break
      } else if rest.count >= window {
        let run = withCursor(rest) { rules.openRun($0) }
        openPiece = OpenPiece(run, tokenizer.encoding.vocabulary, block: block)
      } else {
        break
      }
    }
    buffer.removeFirst(start)
  }

  private mutating func take(_ rest: ArraySlice<UInt8>, isLast: Bool) -> Int {
    guard var piece = openPiece.take() else { return 0 }
    let taken = piece.take(rest, isLast: isLast)
    if let count = piece.count { total += count } else { openPiece = piece }
    return taken
  }

  /// The last place up to which `bytes` can be counted whatever follows them.
  private func sureEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    if let end = lastWordEnd(bytes) { return end }
    let end = unsafe bytes.withUnsafeBufferPointer { unsafe tokenizer.withWalk($0) { $0.lastSureEnd } }
    return end > 0 ? bytes.startIndex + end : nil
  }

  /// The last place between a letter or digit and white space, both ASCII, near the end of `bytes`: no pattern has a
  /// piece that reaches across, and none looks beyond it to end a piece before it.
  private func lastWordEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    let first = max(bytes.startIndex + 1, bytes.endIndex - 4_096)
    var index = bytes.endIndex - 1
    while index >= first {
      if isWhiteSpace(bytes[index]), isLetterOrDigit(bytes[index - 1]) { return index }
      index -= 1
    }
    return nil
  }

  private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
