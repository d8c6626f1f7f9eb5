import Testing

@testable import TareTokens

struct CountedTextTests {
  @Test(arguments: OperationEncodings.asIs, [1, 8, 40])
  func `the count of every range is the count of its bytes alone`(encoding: Encoding, spacing: Int) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 31)
    for _ in 0..<3 {
      let utf8 = Array(random.text(parts: 30).utf8)
      let text = CountedText(utf8, tokenizer, isLocal: true, spacing: spacing)
      for start in 0...utf8.count {
        for end in start...utf8.count {
          let alone = tokenizer.count(utf8[start..<end])
          #expect(text.count(in: start..<end) == alone, "\(String(decoding: utf8, as: UTF8.self)) \(start)..<\(end)")
        }
      }
    }
  }

  @Test(arguments: OperationEncodings.asIs)
  func `ranges of long texts are counted as their bytes alone`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 32)
    for _ in 0..<4 {
      let utf8 = Array(random.text(parts: 1_000).utf8)
      let text = CountedText(utf8, tokenizer)
      #expect(text.count == tokenizer.count(utf8.span))
      for _ in 0..<100 {
        let start = random.next(utf8.count)
        let end = start + random.next(utf8.count - start + 1)
        #expect(text.count(in: start..<end) == tokenizer.count(utf8[start..<end]))
      }
    }
  }

  @Test(arguments: ["7", "'s", " ", "\n", "A", "aB", "中", "\u{301}A", "^", " \n", "٣٣", "<|endoftext|>"])
  func `ranges of a text that repeats one part are counted as their bytes alone`(part: String) {
    for encoding in OperationEncodings.asIs {
      let tokenizer = Tokenizer(encoding)
      let utf8 = Array(String(repeating: part, count: 900).utf8)
      let text = CountedText(utf8, tokenizer)
      var random = RandomText(seed: 33)
      for _ in 0..<25 {
        let start = random.next(utf8.count)
        let end = start + random.next(utf8.count - start + 1)
        #expect(text.count(in: start..<end) == tokenizer.count(utf8[start..<end]))
      }
    }
  }

  @Test(arguments: OperationEncodings.asIs, [1, 16, 256])
  func `after any edit the count is the count of the new text`(encoding: Encoding, spacing: Int) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 34)
    for _ in 0..<3 {
      var text = CountedText(Array(random.text(parts: 300).utf8), tokenizer, isLocal: true, spacing: spacing)
      var plain = text.utf8
      for _ in 0..<50 {
        let start = random.next(plain.count + 1)
        let end = min(plain.count, start + random.next(random.next(3) == 0 ? 400 : 8))
        let replacement = random.next(4) == 0 ? [] : Array(random.text(parts: random.next(2) == 0 ? 2 : 60).utf8)
        text.replace(start..<end, with: replacement.span)
        plain.replaceSubrange(start..<end, with: replacement)
        #expect(text.utf8 == plain && text.count == tokenizer.count(plain.span))
      }
      checkInvariants(text)
    }
  }

  @Test(arguments: OperationEncodings.asIs)
  func `a text that is appended to byte by byte has the count of each of its beginnings`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 35)
    for _ in 0..<4 {
      let whole = Array(random.text(parts: 60).utf8)
      var text = CountedText("", tokenizer)
      for index in whole.indices {
        text.append([whole[index]].span)
        #expect(text.count == tokenizer.count(whole[...index]))
      }
    }
  }

  @Test func `checkpoints stay apart however often a place is edited`() {
    var random = RandomText(seed: 36)
    var text = CountedText(random.text(parts: 4_000), Tokenizer(.o200kBase))
    for round in 0..<1_500 {
      let place = text.utf8.count / 2 - round % 700
      text.replace(place..<(place + 1), with: round % 2 == 0 ? "x" : " y")
    }
    checkInvariants(text)
    #expect(text.checkpoints.offsets.count < 3 * text.utf8.count / Checkpoints.usualSpacing)
  }

  @Test func `a range outside the text is the caller's fault`() async {
    await #expect(processExitsWith: .failure) { _ = CountedText("ab", Tokenizer(.o200kBase)).count(in: 1..<3) }
  }

  @Test func `an encoding that normalises its text is asked for the same answers`() throws {
    let tokenizer = Tokenizer(try #require(OperationEncodings.normalizing))
    var random = RandomText(seed: 37)
    for _ in 0..<10 {
      var text = CountedText(random.text(parts: 100), tokenizer)
      for _ in 0..<20 {
        let start = random.next(text.utf8.count + 1)
        let end = start + random.next(text.utf8.count - start + 1)
        #expect(text.count(in: start..<end) == tokenizer.count(text.utf8[start..<end]))
        text.replace(start..<min(end, start + 9), with: random.next(2) == 0 ? "e" : random.text(parts: 5))
        #expect(text.count == tokenizer.count(text.utf8.span))
      }
    }
  }

  private func checkInvariants(_ text: CountedText) {
    var tokens = [0: 0]
    var total = 0
    text.tokenizer.forEachPiece(of: text.utf8.span) { piece, count in
      total += count
      tokens[piece.upperBound] = total
      return true
    }
    #expect(text.checkpoints.offsets.last == text.utf8.count)
    for (offset, count) in zip(text.checkpoints.offsets, text.checkpoints.tokens) { #expect(tokens[offset] == count) }
  }
}
