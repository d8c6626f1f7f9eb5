/// A name as a terminal or a page may show it: control characters and those that reorder text are written as
/// escapes, so that a file name can neither break a line nor colour a report.
func shownName(_ name: String) -> String {
  var shown = ""
  for scalar in name.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      shown += scalar == "\u{200D}" ? "\u{200D}" : "\\u{\(String(scalar.value, radix: 16))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// A name for Markdown: code, with every character that Markdown or GitHub gives a meaning as an entity.
func markdownCode(_ name: String) -> String {
  var code = ""
  for scalar in shownName(name).unicodeScalars {
    switch scalar {
    case "&", "<", ">", "|", "`", "@", "#", "*", "_", "[", "]", "\\", "~", "$", ":": code += "&#\(scalar.value);"
    default: code.unicodeScalars.append(scalar)
    }
  }
  return "<code>\(code)</code>"
}
