import TarePrompts
import TareText

/// A stretch of a prompt that is not the same in every request.
struct VolatileValue {
  /// How often it is another one.
  enum Pace {
    /// In every request: a clock, a number drawn for the request.
    case request
    /// Once a day.
    case day
    /// Whenever the application says: with the user, the session, the request.
    case unknown
  }

  /// How a message calls it.
  let name: String
  let range: SourceRange
  let pace: Pace

  /// All of them, from first to last.
  static func all(in document: PromptDocument) -> [VolatileValue] {
    guard document.embedded.isEmpty else {
      return document.embedded.flatMap { prompt in
        all(in: prompt.document).map {
          VolatileValue(name: $0.name, range: prompt.sourceRange(of: $0.range), pace: $0.pace)
        }
      }
    }
    let placeholders = document.placeholders.filter { !$0.isControl && isFilled($0, in: document) }.map {
      VolatileValue(name: "\"\(document.source.string(in: $0.range))\"", range: $0.range, pace: pace(of: $0.name))
    }
    let literals = document.proseLines.compactMap { recordedTime(in: $0, document.source) }
    return (placeholders + literals).sorted { $0.range < $1.range }
  }

  /// Braces in code are code, except where a placeholder is all there is on its line: then the code comes with it.
  private static func isFilled(_ placeholder: Placeholder, in document: PromptDocument) -> Bool {
    guard placeholder.isInCode else { return true }
    let line = document.lines[document.source.lineIndex(at: placeholder.range.start)].range
    let outside = [SourceRange(line.start, placeholder.range.start), SourceRange(placeholder.range.end, line.end)]
    return outside.allSatisfy { document.source.bytes(in: $0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  /// What the name of a variable says: `current_time`, `currentTime` and `current time | iso` are one name.
  private static func pace(of variable: String) -> Pace {
    let name = variable.prefix { !"|(".contains($0) }.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if AuditWords.shared[.requestNames].contains(name) { return .request }
    return AuditWords.shared[.dayNames].contains(name) ? .day : .unknown
  }

  // MARK: Times that a program wrote

  /// A time of day to the minute, in ISO 8601, on a line that says it is now. A date alone changes once a day, and a
  /// time without such a word is mostly an example.
  private static func recordedTime(in line: PromptLine, _ source: SourceText) -> VolatileValue? {
    let text = source.bytes(in: line.range)
    guard let start = text.indices.first(where: { isTime(text[$0...]) }) else { return nil }
    let lead = String(decoding: text[..<start], as: UTF8.self).lowercased()
    guard AuditWords.shared[.clockLabels].contains(where: { lead.contains($0) }) else { return nil }
    return VolatileValue(
      name: "the time written here", range: SourceRange(start, start + timePattern.count), pace: .unknown)
  }

  /// `0` stands for any digit and `T` for `T` or a blank.
  private static let timePattern = Array("0000-00-00T00:00".utf8)

  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= timePattern.count, text[text.startIndex].isASCIIDigit,
      text[text.startIndex + 4] == UInt8(ascii: "-")
    else { return false }
    return zip(text, timePattern).allSatisfy { byte, mark in
      switch mark {
      case UInt8(ascii: "0"): byte >= 0x30 && byte <= 0x39
      case UInt8(ascii: "T"): byte == mark || byte == 0x20
      default: byte == mark
      }
    }
  }
}
