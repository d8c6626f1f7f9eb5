import TareText

/// The most characters of a name that a page shows; of a longer one the end, which tells it from its neighbours.
private let longestName = 160
/// The most characters of a message; of a longer one the beginning.
private let longestText = 500

/// A name for Markdown: code, with every character that Markdown or GitHub gives a meaning as an entity.
func markdownCode(_ name: String) -> String {
  let shown = shownName(name).unicodeScalars
  let start = shown.count > longestName ? "…" : ""
  return "<code>\(start)\(withEntities(shown.suffix(longestName)))</code>"
}

/// A message for Markdown, shown as it is, whatever it quotes.
func markdownText(_ text: String) -> String {
  let shown = shownName(text).unicodeScalars
  return withEntities(shown.prefix(longestText)) + (shown.count > longestText ? "…" : "")
}

private func withEntities(_ text: Substring.UnicodeScalarView) -> String {
  var result = ""
  for scalar in text {
    switch scalar {
    case "&", "<", ">", "|", "`", "@", "#", "*", "_", "[", "]", "\\", "~", "$", ":": result += "&#\(scalar.value);"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
