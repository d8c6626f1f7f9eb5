import Foundation
import Testing

@testable import TareUnicode

/// Unicode's own tests of normal forms, by ICU and by the standard's own steps.
struct UnicodeConformanceTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "UnicodeData")

  /// The lines of a file but the comments, each cut at its semicolons.
  private static func rows(_ name: String) throws -> [[Substring]] {
    try String(contentsOf: data.appending(path: name), encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ";", omittingEmptySubsequences: false) }
  }

  private static func utf8(_ scalars: Substring) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for scalar in scalars.split(separator: " ") {
      text.append(UInt32(scalar, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  /// In which columns the sources of a form stand, counted from 0, and in which one the form itself.
  static let laws: [(form: NormalForm, sources: [Int], result: Int)] = [
    (.nfc, [0, 1, 2], 1), (.nfc, [3, 4], 3), (.nfd, [0, 1, 2], 2), (.nfd, [3, 4], 4), (.nfkc, [0, 1, 2, 3, 4], 3),
  ]

  @Test(arguments: laws)
  func `NormalizationTest holds`(form: NormalForm, sources: [Int], result: Int) throws {
    let normalizer = try Normalizer(form)
    let rows = try Self.rows("normalization-15.0.txt").filter { $0.count >= 5 }
    #expect(rows.count == 7_902)
    for row in rows {
      let expected = Self.utf8(row[result])
      for source in sources {
        let text = Self.utf8(row[source])
        #expect(normalizer.normalized(text.span) == expected, "\(row)")
        #expect(normalizer.longRun(text) == expected, "\(row)")
        #expect(normalizer.isNormalized(bytes: text) == (text == expected), "\(row)")
      }
    }
  }

  @Test func `what part 1 of NormalizationTest does not list is in every form`() throws {
    var listed = Set<UInt32>()
    for row in try Self.rows("normalization-15.0.txt").drop(while: { $0[0] != "@Part1" }).dropFirst() {
      guard !row[0].hasPrefix("@") else { break }
      listed.insert(try #require(UInt32(row[0], radix: 16)))
    }
    let normalizers = try [NormalForm.nfc, .nfd, .nfkc].map { try Normalizer($0) }
    for scalar in Self.assigned where !listed.contains(scalar.value) && !(0xAC00...0xD7A3).contains(scalar.value) {
      let text = Array(String(scalar).utf8)
      let isInAll = normalizers.allSatisfy { $0.isNormalized(text.span) }
      if !isInAll { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }

  @Test func `syllables of Hangul follow by arithmetic`() throws {
    let (composing, decomposing) = (try Normalizer(.nfc), try Normalizer(.nfd))
    for value in UInt32(0xAC00)...0xD7A3 where value % 3 == 0 {
      let (index, trailing) = (value - 0xAC00, (value - 0xAC00) % 28)
      let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (trailing == 0 ? [] : [0x11A7 + trailing])
      let jamo = Self.utf8(Substring(parts.map { String($0, radix: 16) }.joined(separator: " ")))
      let syllable = Self.utf8(Substring(String(value, radix: 16)))
      #expect(composing.normalized(jamo.span) == syllable && composing.longRun(jamo) == syllable)
      #expect(decomposing.normalized(syllable.span) == jamo && decomposing.longRun(syllable) == jamo)
    }
  }

  @Test func `NFKC_Casefold is what the Unicode Character Database says`() throws {
    let normalizer = try Normalizer(.nfkcCasefold)
    var listed = Set<UInt32>()
    for row in try Self.rows("nfkc-casefold-15.0.txt") {
      let ends = row[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      let expected = Self.utf8(row[1])
      for value in try #require(ends.first)...(try #require(ends.last)) {
        listed.insert(value)
        let text = Array(String(try #require(Unicode.Scalar(value))).utf8)
        #expect(normalizer.normalized(text.span) == expected, "\(row)")
      }
    }
    for scalar in Self.assigned where !listed.contains(scalar.value) {
      let isFolded = normalizer.isNormalized(bytes: Array(String(scalar).utf8))
      if !isFolded { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }

  /// The scalars of Unicode 15.0, but those for private use.
  private static let assigned: [Unicode.Scalar] = (UInt32(0)..<0xF0000).compactMap { value in
    guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .privateUse,
      let age = scalar.properties.age, age.major < 15 || age.major == 15 && age.minor == 0
    else { return nil }
    return scalar
  }
}
