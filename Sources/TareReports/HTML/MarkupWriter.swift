import TareText

/// Writes XML, and HTML that is XML too, with everything from outside escaped.
///
/// Elements nest by closures, so that what is opened is closed. Text and attributes take any string: the five characters
/// that mark-up gives a meaning become entities, and what XML 1.0 allows nowhere, not even as a reference, is written as
/// `\u{…}` like every other thing unfit to be shown.
struct MarkupWriter {
  private(set) var text = ""
  private var depth = 0

  /// A line of its own, as it is: a declaration, a style sheet of ours.
  mutating func raw(_ line: String) { text += line + "\n" }

  /// An element that stands on lines of its own.
  mutating func block(
    _ name: String, _ attributes: [(String, String)] = [], _ body: (inout MarkupWriter) -> Void
  ) {
    text += indentation + "<\(name)\(attributeText(attributes))>\n"
    depth += 1
    body(&self)
    depth -= 1
    text += indentation + "</\(name)>\n"
  }

  /// An element on one line, in which `body` writes text and ``inline(_:_:_:)`` elements only.
  mutating func line(
    _ name: String, _ attributes: [(String, String)] = [], _ body: (inout MarkupWriter) -> Void
  ) {
    text += indentation
    inline(name, attributes, body)
    text += "\n"
  }

  /// An element on one line that holds a text.
  mutating func line(_ name: String, _ attributes: [(String, String)], _ content: String) {
    line(name, attributes) { $0.write(content) }
  }

  /// The same without attributes.
  mutating func line(_ name: String, _ content: String) { line(name, [], content) }

  /// An element without content, on a line.
  mutating func empty(_ name: String, _ attributes: [(String, String)] = []) {
    text += indentation + "<\(name)\(attributeText(attributes))/>\n"
  }

  /// An element inside a line.
  mutating func inline(
    _ name: String, _ attributes: [(String, String)] = [], _ body: (inout MarkupWriter) -> Void
  ) {
    text += "<\(name)\(attributeText(attributes))>"
    body(&self)
    text += "</\(name)>"
  }

  /// An element inside a line that holds a text.
  mutating func inline(_ name: String, _ attributes: [(String, String)], _ content: String) {
    inline(name, attributes) { $0.write(content) }
  }

  /// The same without attributes.
  mutating func inline(_ name: String, _ content: String) { inline(name, [], content) }

  /// Text, escaped.
  mutating func write(_ content: String) { text += escaped(content, keepsLineFeeds: true) }

  private var indentation: String { String(repeating: "  ", count: depth) }

  private func attributeText(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1, keepsLineFeeds: false))\"" }.joined()
  }

  private func escaped(_ content: String, keepsLineFeeds: Bool) -> String {
    var result = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // Not for itself: `]]>` may not stand in a text.
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // A line feed in an attribute is read as a blank unless it is written as a reference.
      case "\n": result += keepsLineFeeds ? "\n" : "&#10;"
      default: append(scalar, to: &result)
      }
    }
    return result
  }

  private func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if scalar.isUnfitToShow || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
}
