import TestMaterial
import Testing

@testable import TareUnicode

struct NormalizerTests {
  /// Bases, marks of several classes, Hangul of all kinds, ligatures, signs that fold, and what drops out.
  static let tricky: [Unicode.Scalar] = Array(
    "aeoAEOÅåéﬁß\u{301}\u{300}\u{323}\u{327}\u{345}\u{1100}\u{1161}\u{11A8}가각Å①Ⅷ½İıſŉ\u{AD}\u{200D}\u{FE0F}\u{340} \n."
      .unicodeScalars)

  static let compositions: [(NormalForm, String, String)] = [
    (.nfc, "e\u{301}", "\u{E9}"),
    (.nfc, "\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
    (.nfc, "\u{212B}", "\u{C5}"),
    (.nfc, "\u{FB01}", "\u{FB01}"),
    (.nfc, "a\u{323}\u{307}", "\u{1EA1}\u{307}"),
    (.nfd, "\u{E9}", "e\u{301}"),
    (.nfd, "\u{AC01}", "\u{1100}\u{1161}\u{11A8}"),
    (.nfkc, "\u{FB01}", "fi"),
    (.nfkc, "\u{2460}\u{2003}", "1 "),
    (.nfkcCasefold, "Stra\u{DF}e", "strasse"),
    (.nfkcCasefold, "ABC", "abc"),
    (.nfkcCasefold, "co\u{AD}op", "coop"),
  ]

  @Test(arguments: compositions)
  func `a form composes as the standard says`(form: NormalForm, source: String, expected: String) throws {
    #expect(try Normalizer(form).normalized(source.utf8Span.span) == Array(expected.utf8))
  }

  @Test(arguments: NormalForm.allCases)
  func `normalizing twice is normalizing once`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let text = random.text(of: Self.tricky, upTo: 30)
      let once = normalizer.normalized(text.span)
      #expect(normalizer.normalized(once.span) == once)
      #expect(normalizer.isNormalized(bytes: once))
      #expect(normalizer.isNormalized(bytes: text) == (text == once))
    }
  }

  @Test(arguments: NormalForm.allCases)
  func `applying the changes is normalizing`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let text = random.text(of: Self.tricky, upTo: 30)
      let changes = normalizer.changes(in: text.span)
      #expect(applying(changes, to: text) == normalizer.normalized(text.span))
      #expect(changes.isEmpty == normalizer.isNormalized(bytes: text))
      #expect(changes.allSatisfy { Array(text[$0.range]) != $0.replacement })
    }
  }

  @Test func `composing what was decomposed is composing`() throws {
    let (composing, decomposing) = (try Normalizer(.nfc), try Normalizer(.nfd))
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let text = random.text(of: Self.tricky, upTo: 30)
      #expect(composing.normalized(decomposing.normalized(text.span).span) == composing.normalized(text.span))
    }
  }

  @Test(arguments: NormalForm.allCases)
  func `every scalar comes to rest, assigned or not`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    for value in UInt32(0)...0x10FFFF where value % 7 == 0 || value & 0xFFFE == 0xFFFE {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = normalizer.normalized(Array(String(scalar).utf8).span)
      #expect(normalizer.isNormalized(bytes: once), "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: NormalForm.allCases)
  func `bytes that are not UTF-8 stay, and what stands beside them is normalized`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    let broken: [[UInt8]] = [
      [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]
    for bytes in broken {
      let text = Array("e\u{301}\u{FB01}".utf8) + bytes + Array("\u{E9}".utf8)
      let expected =
        normalizer.normalized(Array("e\u{301}\u{FB01}".utf8).span) + bytes
        + normalizer.normalized(Array("\u{E9}".utf8).span)
      #expect(normalizer.normalized(text.span) == expected)
      #expect(applying(normalizer.changes(in: text.span), to: text) == expected)
      #expect(normalizer.normalized(bytes.span) == bytes)
    }
  }

  @Test func `a dropped character can bring the halves of another together`() throws {
    let normalizer = try Normalizer(.nfkcCasefold)
    let text: [UInt8] = [0xE2, 0x80] + Array("\u{200D}".utf8) + [0xAB]
    let once = normalizer.normalized(text.span)
    #expect(once == Array("\u{202B}".utf8))
    #expect(normalizer.normalized(once.span) == [])
  }

  @Test(arguments: NormalForm.allCases)
  func `the empty text is normal and unchanged`(form: NormalForm) throws {
    let normalizer = try Normalizer(form)
    let empty: [UInt8] = []
    #expect(normalizer.isNormalized(bytes: empty))
    #expect(normalizer.normalized(empty.span) == [])
    #expect(normalizer.changes(in: empty.span) == [])
  }

  @Test func `a change covers the letters it concerns and no more`() throws {
    let text = Array("plain, e\u{301}t\u{E9}, plain".utf8)
    let change = NormalizationChange(range: 7..<10, replacement: Array("\u{E9}".utf8))
    #expect(try Normalizer(.nfc).changes(in: text.span) == [change])
  }

  @Test func `an unknown form is refused with the names there are`() throws {
    let error = #expect(throws: UnknownNormalForm.self) { try NormalForm(named: "NFX") }
    #expect(error?.description == #"unknown normal form "NFX"; there are nfc, nfd, nfkc, nfkc-casefold"#)
    #expect(try NormalForm.allCases.map { try NormalForm(named: $0.name) } == NormalForm.allCases)
  }

  @Test func `many tasks share one normalizer`() async throws {
    let normalizer = try Normalizer(.nfkcCasefold)
    let expected = Array("strasse é".utf8)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<500).allSatisfy { _ in normalizer.normalized(Array("STRA\u{DF}E e\u{301}".utf8).span) == expected }
        }
      }
      for await same in group { #expect(same) }
    }
  }
}
