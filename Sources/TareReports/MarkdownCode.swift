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

/// A sentence of ours for Markdown, in which names of others may stand: sums of money and colons stay readable, since
/// they mean something only beside a letter or a slash that no sentence of ours has there.
func markdownSentence(_ text: String) -> String {
  let shown = Substring(shownName(text)).unicodeScalars
  let sentence = withEntities(shown, ["&", "<", ">", "|", "`", "@", "#", "*", "[", "]", "\\", "~"])
  return sentence.split(separator: "://", omittingEmptySubsequences: false).joined(separator: "&#58;//")
}

private func withEntities(
  _ text: Substring.UnicodeScalarView,
  _ special: Set<Unicode.Scalar> = [
    "&", "<", ">", "|", "`", "@", "#", "*", "_", "[", "]", "\\", "~", "$", ":",
  ]
) -> String {
  var result = ""
  for scalar in text {
    switch scalar {
    case _ where special.contains(scalar): result += "&#\(scalar.value);"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
