extension Unicode.Scalar {
  /// Whether the scalar must not reach a terminal or a page as it is: it moves the cursor, starts a command, ends a
  /// line, hides, or turns the direction of writing. Joiners only shape the letters beside them and may pass.
  public var isUnfitToShow: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      self != "\u{200C}" && self != "\u{200D}"
    default: false
    }
  }
}

/// A name or a message as a terminal or a page may show it: what is unfit is written as an escape, so that a file name
/// can neither break a line nor colour a report.
public func shownName(_ name: String) -> String {
  var shown = ""
  for scalar in name.unicodeScalars {
    if scalar.isUnfitToShow {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}
