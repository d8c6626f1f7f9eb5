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
    let constants = TemplateConstants(document)
    let filled = document.placeholders.filter {
      !$0.isControl && isFilled($0, in: document) && !constants.isConstant($0)
    }
    let placeholders = filled.map {
      VolatileValue(name: "\"\(document.source.string(in: $0.range))\"", range: $0.range, pace: pace(of: $0.name))
    }
    return (placeholders + RecordedValues(document).found).sorted { $0.range < $1.range }
  }

  /// Braces in code are code, except in back-ticks of a template, which fills them there too, and where a placeholder is
  /// all there is on its line: then the code comes with it.
  private static func isFilled(_ placeholder: Placeholder, in document: PromptDocument) -> Bool {
    guard placeholder.isInCode else { return true }
    let place = document.lines[document.source.lineIndex(at: placeholder.range.start)]
    if document.language != .any, place.kind != .code { return true }
    let line = place.range
    let outside = [SourceRange(line.start, placeholder.range.start), SourceRange(placeholder.range.end, line.end)]
    return outside.allSatisfy { document.source.bytes(in: $0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  /// What the name of a variable says: `current_time`, `currentTime` and `current time | iso` are one name.
  private static func pace(of variable: String) -> Pace {
    let name = variable.prefix { !"|(".contains($0) }.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if AuditWords.shared[.requestNames].contains(name) { return .request }
    return AuditWords.shared[.dayNames].contains(name) ? .day : .unknown
  }
}
