import TareText
import TareUnicode

/// The beginning of `text` that fits into so many columns of a terminal.
func prefix(of text: String, columns: Int) -> String {
  var width = 0
  return String(
    text.prefix { character in
      width += character.displayWidth
      return width <= columns
    })
}

/// The end of `text` that fits into so many columns of a terminal.
func suffix(of text: String, columns: Int) -> String {
  var width = 0
  var start = text.endIndex
  while start > text.startIndex {
    let before = text.index(before: start)
    width += text[before].displayWidth
    guard width <= columns else { break }
    start = before
  }
  return String(text[start...])
}

/// The text on one line with every character to be seen: U+FFFD for what is unfit to be shown, so that columns stay where
/// they are, an open box for blanks that only look like the plain one.
func visible(_ text: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { shown.append(visible(scalar)) }
  return String(shown)
}

private func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.isASCII {
    return scalar.value < 0x20 || scalar.value == 0x7F ? (scalar == "\t" ? " " : "\u{FFFD}") : scalar
  }
  if scalar.isUnfitToShow { return "\u{FFFD}" }
  // The ideographic space takes two columns, and is the plain one where it stands.
  return scalar.properties.generalCategory == .spaceSeparator && scalar != "\u{3000}" ? "\u{2423}" : scalar
}
