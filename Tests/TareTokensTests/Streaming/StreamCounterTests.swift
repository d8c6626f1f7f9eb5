import TestMaterial
import Testing

@testable import TareTokens

struct StreamCounterTests {
  /// Counts `bytes` handed over in parts of up to `longest` bytes.
  private static func streamed(
    _ bytes: [UInt8], _ encoding: Encoding, window: Int, block: Int = LongPieceCount.usualBlock, longest: Int,
    _ random: inout RandomText
  ) -> Int {
    var counter = StreamCounter(Tokenizer(encoding), window: window, block: block)
    var start = 0
    var counted = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + random.next(longest))
      counter.append(bytes.span.extracting(start..<end))
      #expect(counter.counted >= counted)
      counted = counter.counted
      start = end
    }
    let total = counter.finish()
    #expect(total >= counted)
    return total
  }

  @Test(arguments: Encoding.inUse)
  func `a text in parts counts as the text whole, wherever it is cut`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 21)
    for _ in 0..<800 {
      let text = random.text(parts: 80)
      let bytes = Array(text.utf8)
      let wanted = tokenizer.count(text)
      for window in [StreamCounter.smallestWindow, 50, 400] {
        let longest = 1 + random.next(40)
        let counted = Self.streamed(bytes, encoding, window: window, longest: longest, &random)
        #expect(counted == wanted, "\(text.debugDescription), window \(window), parts of \(longest)")
      }
    }
  }

  /// What makes pieces that outgrow the window, and what may end or divide them long after.
  private static let runs: [[String]] = [
    ["a", "b", "é"], ["A", "B", "É"], ["中", "文", "ª"], ["\u{301}", "\u{93F}"], ["1", "٣", "½"],
    [" ", "\u{3000}", "\t"], ["\n", "\r\n", "\r"], [".", "!", "_"], ["/"], ["'", "'s", "'ll", "'ſ"], ["\u{FFFD}", "😀"],
  ]

  @Test(arguments: Encoding.inUse)
  func `runs longer than the window count as the text whole`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 22)
    for _ in 0..<2_000 {
      let text = (0..<(1 + random.next(7))).map { _ in
        let run = Self.runs[random.next(Self.runs.count)]
        let length = random.next(3) == 0 ? 1 + random.next(3) : 1 + random.next(90)
        return (0..<length).map { _ in run[random.next(run.count)] }.joined()
      }.joined()
      let longest = 1 + random.next(30)
      let counted = Self.streamed(
        Array(text.utf8), encoding, window: StreamCounter.smallestWindow, longest: longest, &random)
      #expect(counted == tokenizer.count(text), "\(text.debugDescription), parts of \(longest)")
    }
  }

  @Test(arguments: Encoding.inUse)
  func `bytes that are no text count the same in parts`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 23)
    for _ in 0..<1_000 {
      // Leading and following bytes by chance, so that broken characters meet every cut.
      let bytes = random.bytes(count: random.next(200)).map { $0 < 0x40 ? $0 : $0 | 0x80 }
      let counted = Self.streamed(bytes, encoding, window: StreamCounter.smallestWindow, longest: 20, &random)
      #expect(counted == tokenizer.count(bytes.span), "\(bytes)")
    }
  }

  @Test(arguments: Encoding.inUse)
  func `a piece that outgrows what is kept counts as the text whole`(encoding: Encoding) {
    var random = RandomText(seed: 24)
    let block = 1 << 20
    let capitals = (0..<(encoding.vocabulary.mergeHorizon + 2 * block)).map { _ in UInt8(65 + random.next(26)) }
    let text = Array("中".utf8) + capitals + [0x20, 0x61]
    let counted = Self.streamed(text, encoding, window: 1 << 18, block: block, longest: 1 << 19, &random)
    #expect(counted == Tokenizer(encoding).count(text.span))
  }

  @Test func `a copy tells the count so far and the counter goes on`() {
    let tokenizer = Tokenizer(.o200kBase)
    var counter = StreamCounter(tokenizer)
    counter.append(Array("Hello wor".utf8).span)
    #expect(counter.finish() == tokenizer.count("Hello wor"))
    counter.append(Array("ld".utf8).span)
    #expect(counter.finish() == 2)
    #expect(StreamCounter(tokenizer).finish() == 0)
  }
}
