public import TareText

/// What a template language says about a text.
struct TemplateReading {
  /// Places that are filled, statements and comments, from first to last.
  var placeholders: [Placeholder] = []
  /// Stretches for which nothing is sent: statements, comments, white space that they take with them. They may
  /// overlap.
  var omitted: [SourceRange] = []
  /// Escapes and the one byte each stands for.
  var escapes: [(range: SourceRange, byte: UInt8)] = []
  /// The names that whoever sends the prompt has to fill, at each of their places.
  var variables: [TemplateVariable] = []
  /// Other files that the text brings in.
  var references: [PromptReference] = []
  /// Marks that open a tag which nothing closes.
  var unclosedMarks: [SourceRange] = []
  /// Where another message begins.
  var roleMarks: [RoleMark] = []

  /// What `language` says about `range` of `source`.
  ///
  /// - Complexity: O(*n*) in bytes.
  init(_ source: SourceText, in range: SourceRange, _ language: TemplateLanguage, isInCode: @escaping (Int) -> Bool) {
    switch language {
    case .none: break
    case .any:
      var scanner = PlaceholderScanner(source)
      placeholders = scanner.placeholders(in: range, isInCode: isInCode)
      // Without a tag that is whole the braces are no template's.
      if placeholders.contains(where: { $0.syntax == .doubleBrace && !$0.isInCode }) {
        unclosedMarks = scanner.unclosedMarks
      }
    case .jinja:
      var scanner = JinjaScanner(source.utf8, range, isInCode: isInCode)
      self = scanner.read()
    case .handlebars:
      var scanner = HandlebarsScanner(source.utf8, range, isInCode: isInCode)
      self = scanner.read()
    case .formatString:
      var scanner = FormatStringScanner(source.utf8, range, isInCode: isInCode)
      self = scanner.read()
    case .dollarBrace:
      let scanner = DollarBraceScanner(source.utf8, range, isInCode: isInCode)
      placeholders = scanner.placeholders
    }
  }

  /// Notes the mark at `offset`, unless it stands in code or overlaps the one before.
  mutating func addUnclosed(_ offset: Int, isInCode: Bool) {
    guard !isInCode, unclosedMarks.last.map({ $0.end <= offset }) ?? true else { return }
    unclosedMarks.append(SourceRange(offset, offset + 2))
  }

  /// A reading without anything in it.
  init() {}

  /// The text that `range` sends, once nothing is sent for statements and comments and escapes are what they stand for.
  ///
  /// Both branches of a condition are in it, and a loop once: what the template sends at most, not what it sends for
  /// some values.
  func sentText(of range: SourceRange, in source: SourceText) -> DecodedText {
    var text = DecodedText()
    var offset = range.start
    let stops = omitted.map { (range: $0, byte: UInt8?.none) } + escapes.map { (range: $0.range, byte: $0.byte) }
    for stop in stops.sorted(by: { $0.range < $1.range }) where stop.range.end > offset {
      guard stop.range.start < range.end else { break }
      let start = max(stop.range.start, offset)
      text.appendVerbatim(SourceRange(offset, start), of: source.utf8)
      if let byte = stop.byte, start == stop.range.start { text.append([byte], from: stop.range) }
      offset = min(stop.range.end, range.end)
    }
    text.appendVerbatim(SourceRange(min(offset, range.end), range.end), of: source.utf8)
    return text
  }
}

/// A name in a template that is not bound in the template itself.
public struct TemplateVariable: Sendable, Hashable {
  /// The name, without what is looked up in its value.
  public let name: String
  /// Where it stands.
  public let range: SourceRange
}

/// A line or an expression that opens a message.
struct RoleMark {
  let range: SourceRange
  let role: PromptRole?
}
