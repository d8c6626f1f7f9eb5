import TestMaterial
import Testing

@testable import TareUnicode

/// What is normalized in stretches, or by the standard's own steps, against ICU given the whole text.
struct NormalStretchTests {
  static let marks: [Unicode.Scalar] = Array(
    "\u{301}\u{323}\u{327}\u{345}\u{344}\u{334}\u{F71}\u{F73}\u{F81}\u{5B0}\u{64B}\u{93C}\u{3099}\u{FF9E}\u{E38}\u{200D}"
      .unicodeScalars)
  static let plain: [Unicode.Scalar] = Array("abc AZ. é ß д中가日本😀".unicodeScalars)

  /// Plain text with some marks and tricky scalars, and now and then a broken byte.
  private static func text(_ random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<random.below(8) {
      text += random.text(of: plain, upTo: 60)
      text += random.text(of: random.below(2) == 0 ? marks : NormalizerTests.tricky, upTo: random.below(80) + 1)
      if random.below(8) == 0 { text.append(UInt8(truncatingIfNeeded: random.next())) }
    }
    return text
  }

  @Test(arguments: NormalForm.allCases)
  func `a text is normalized in stretches as in one`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    var random = SeededGenerator(seed: 21)
    for _ in 0..<3_000 {
      let text = Self.text(&random)
      let whole = normalizer.wholeByICU(text)
      #expect(normalizer.normalized(text.span) == whole, "\(text)")
      #expect(normalizer.isNormalized(bytes: text) == (whole == text), "\(text)")
      #expect(normalizer.normalizedIfDifferent(text.span) == (whole == text ? nil : whole), "\(text)")
      #expect(applying(normalizer.changes(in: text.span), to: text) == whole, "\(text)")
    }
  }

  @Test(arguments: NormalForm.allCases)
  func `the standard's own steps give what ICU gives`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    var random = SeededGenerator(seed: 22)
    for _ in 0..<3_000 {
      let text = random.text(of: Self.marks + NormalizerTests.tricky, upTo: 60)
      #expect(normalizer.longRun(text) == normalizer.wholeByICU(text), "\(text)")
    }
  }

  @Test(arguments: NormalForm.allCases)
  func `the standard's own steps and the settled blocks agree with ICU on the scalars`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    let blocks = SettledBlocks.of(form).blocks
    for value in UInt32(0)..<0x30000 {
      let isSettled = value < 0x20000 && blocks[Int(value / 64)] != 0
      guard value % (isSettled || value >= 0x20000 ? 7 : 1) == 0, let scalar = Unicode.Scalar(value) else { continue }
      let text = Array("q\u{323}\(scalar)\u{301}\(scalar)\u{327}".utf8)
      let whole = normalizer.wholeByICU(text)
      guard normalizer.longRun(text) == whole, normalizer.normalized(text.span) == whole else {
        Issue.record("U+\(String(value, radix: 16))")
        continue
      }
    }
  }

  @Test(arguments: NormalForm.allCases)
  func `a run of marks of any length comes to the form that sorting gives`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    let count = 50_000
    let text = Array(
      "q\(String(repeating: "\u{301}", count: count))\(String(repeating: "\u{323}\u{334}", count: count))".utf8)
    let expected = Array(
      ("q" + String(repeating: "\u{334}", count: count) + String(repeating: "\u{323}", count: count)
        + String(repeating: "\u{301}", count: count)).utf8)
    #expect(normalizer.normalized(text.span) == expected)
    #expect(applying(normalizer.changes(in: text.span), to: text) == expected)
    #expect(!normalizer.isNormalized(bytes: text))
    #expect(normalizer.isNormalized(bytes: expected))
  }

  @Test(arguments: NormalForm.allCases)
  func `ICU is given no long run without a boundary`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    var random = SeededGenerator(seed: 23)
    let most = UnsettledStretches.longestUnknown + UnsettledStretches.longestRun + 8
    for _ in 0..<1_000 {
      let text = Self.text(&random)
      for stretch in normalizer.stretches(of: text) where !stretch.isLong {
        #expect(normalizer.longestRun(in: text[stretch.range]) <= most)
        #expect(stretch.range.count <= UnsettledStretches.longestStretch + most)
      }
    }
  }

  @Test func `settled text is not given to ICU`() throws {
    let text = Array(String(repeating: "Grüße aus Köln, привет, 中文, 한국어, かな 😀. ", count: 20).utf8)
    #expect(try Normalizer(.nfc).stretches(of: text).isEmpty)
    #expect(try Normalizer(.nfkcCasefold).stretches(of: Array("plain, small and 日本.".utf8)).isEmpty)
  }
}

func applying(_ changes: [NormalizationChange], to text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var copied = 0
  for change in changes {
    result += text[copied..<change.range.lowerBound] + change.replacement
    copied = change.range.upperBound
  }
  return result + text[copied...]
}

extension Normalizer {
  // `#expect` cannot take a call with a span apart.
  func isNormalized(bytes: [UInt8]) -> Bool { isNormalized(bytes.span) }

  /// ICU's answer for the whole text at once.
  func wholeByICU(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var buffer: [UInt8] = []
    unsafe text.withUnsafeBufferPointer {
      unsafe append($0, stretch: 0..<text.count, to: &result, buffer: &buffer)
    }
    return result
  }

  func longRun(_ text: [UInt8]) -> [UInt8] {
    unsafe text.withUnsafeBufferPointer { unsafe LongRun.normalized($0, 0..<text.count, self) }
  }

  func stretches(of text: [UInt8]) -> [UnsettledStretch] {
    let settled = SettledBlocks.of(form)
    return unsafe text.withUnsafeBufferPointer { text in
      unsafe settled.blocks.withUnsafeBufferPointer { blocks in
        var stretches = unsafe UnsettledStretches(SettledText(text, blocks: blocks, of: settled), self)
        return Array(AnyIterator { stretches.next() })
      }
    }
  }

  /// The most bytes of a text between two boundaries.
  func longestRun(in text: ArraySlice<UInt8>) -> Int {
    var (longest, boundary) = (0, text.startIndex)
    var offset = text.startIndex
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" || hasBoundary(before: scalar.value) { boundary = offset }
      offset += UTF8.width(scalar)
      longest = max(longest, offset - boundary)
    }
    return longest
  }
}
