import TareText

/// Reads what stands in a comment behind `tare:`.
struct SuppressionGrammar {
  private(set) var directive: SuppressionComment.Word
  private(set) var rules: [SuppressionComment.Word] = []
  private(set) var until: SuppressionComment.Word?
  private(set) var reason: String?

  /// What opens the reason; a dash alone may be part of a rule's name.
  private static let reasonMark = "--"

  /// Reads `content`, which begins behind the colon.
  init(_ utf8: [UInt8], _ content: Range<Int>) {
    var words = Self.words(utf8, content)
    let first = words.isEmpty ? content.lowerBound..<content.lowerBound : words.removeFirst()
    directive = Self.word(utf8, first)
    while let next = words.first {
      words.removeFirst()
      let word = Self.word(utf8, next)
      if word.text == Self.reasonMark {
        reason = Self.text(utf8, next.upperBound..<content.upperBound)
        return
      }
      if word.text == "until", let date = words.first {
        words.removeFirst()
        until = Self.word(utf8, date)
      } else {
        rules.append(word)
      }
    }
  }

  /// What commas and white space divide.
  private static func words(_ utf8: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    utf8[range].split { isWhiteSpace($0) || $0 == UInt8(ascii: ",") }.map(\.indices)
  }

  private static func word(_ utf8: [UInt8], _ range: Range<Int>) -> SuppressionComment.Word {
    SuppressionComment.Word(
      text: String(decoding: utf8[range], as: UTF8.self), range: SourceRange(range.lowerBound, range.upperBound))
  }

  /// The text with one blank between words; `nil` where there is none.
  private static func text(_ utf8: [UInt8], _ range: Range<Int>) -> String? {
    let words = utf8[range].split(whereSeparator: isWhiteSpace).map { String(decoding: $0, as: UTF8.self) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
