import Testing

@testable import TareTokens

/// One answer at any number of workers.
struct ThreadsTests {
  @Test(arguments: 1...8)
  func `documents encoded by several workers come back in order`(workers: Int) async {
    var random = RandomText(seed: 9)
    let documents = (0..<60).map { _ in Array(random.text(parts: 50).utf8) }
    let tokenizer = Tokenizer(.o200kBase)
    let alone = documents.map { tokenizer.encode($0.span) }
    #expect(await tokenizer.encode(documents: documents, workers: workers) == alone)
  }

  @Test(arguments: Encoding.all)
  func `a text has the same tokens at any number of workers and any length of stretches`(encoding: Encoding) async {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 31)
    for workers in 1...8 {
      for stretch in [1, 2, 7, 64, 1_000] {
        let text = Array(random.text(parts: 800).utf8)
        let alone = tokenizer.encode(text.span)
        #expect(await tokenizer.encode(text, workers: workers, stretch: stretch) == alone)
        #expect(await tokenizer.count(text, workers: workers, stretch: stretch) == alone.count)
      }
    }
  }

  @Test(arguments: Encoding.all)
  func `a text that comes in parts is counted by several workers as by one`(encoding: Encoding) async {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 34)
    for workers in [1, 2, 3, 8] {
      for block in [1, 40, 700, 1 << 22] {
        let text = Array(random.text(parts: 600).utf8)
        var counter = BlockCounter(tokenizer, workers: workers, block: block)
        var rest = text[...]
        while !rest.isEmpty {
          let part = Array(rest.prefix(1 + random.next(90)))
          await counter.append(part)
          rest = rest.dropFirst(part.count)
        }
        #expect(await counter.finish() == tokenizer.count(text.span))
      }
    }
  }

  @Test(arguments: Encoding.all)
  func `bytes that are no text have the same tokens too`(encoding: Encoding) async {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 32)
    for _ in 0..<40 {
      let bytes = random.bytes(count: 3_000)
      #expect(await tokenizer.encode(bytes, workers: 3, stretch: 50) == tokenizer.encode(bytes.span))
    }
  }

  @Test func `a long text is cut, and counted as one`() async {
    let tokenizer = Tokenizer(.o200kBase)
    var random = RandomText(seed: 33)
    var text: [UInt8] = []
    while text.count < 4 * Tokenizer.smallestStretch { text += Array((random.text(parts: 90) + " and so on\n").utf8) }
    #expect(await tokenizer.count(text, workers: 2) == tokenizer.count(text.span))
    #expect(await tokenizer.encode(text, workers: 4) == tokenizer.encode(text.span))
  }

  @Test(arguments: [[], Array("a".utf8), Array("a b".utf8), Array(repeating: UInt8(ascii: "x"), count: 300_000)])
  func `a text with nowhere to cut is counted by one worker`(text: [UInt8]) async {
    let tokenizer = Tokenizer(.cl100kBase)
    #expect(await tokenizer.count(text, workers: 8, stretch: 1_000) == tokenizer.count(text.span))
    #expect(await tokenizer.count(text, workers: -1) == tokenizer.count(text.span))
  }
}
