import TareText

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
