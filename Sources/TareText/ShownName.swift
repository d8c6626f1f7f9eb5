/// A name or a message as a terminal or a page may show it: control characters and those that reorder text are
/// written as escapes, so that a file name can neither break a line nor colour a report.
public func shownName(_ name: String) -> String {
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
