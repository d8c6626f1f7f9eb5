import TareText

/// The most characters of a name that a page shows; of a longer one the end, which tells it from its neighbours.
private let longestName = 160

/// A name for Markdown: code, with every character that Markdown or GitHub gives a meaning as an entity.
func markdownCode(_ name: String) -> String {
  let shown = shownName(name).unicodeScalars
  var code = shown.count > longestName ? "…" : ""
  for scalar in shown.suffix(longestName) {
    switch scalar {
    case "&", "<", ">", "|", "`", "@", "#", "*", "_", "[", "]", "\\", "~", "$", ":": code += "&#\(scalar.value);"
    default: code.unicodeScalars.append(scalar)
    }
  }
  return "<code>\(code)</code>"
}
