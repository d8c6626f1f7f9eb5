/// How a report for people is set: plain, or with the colours of a terminal.
public enum TextStyle: Sendable, Hashable {
  /// Text and nothing else.
  case plain
  /// With ANSI escape sequences for colours and bold letters.
  case coloured

  /// What a piece of text is, which decides its colour.
  enum Role: String {
    case name = "1"
    case faint = "2"
    case error = "1;31"
    case warning = "1;33"
    case info = "1;36"
    case removed = "31"
    case added = "32"
    case hint = "36"
    case gutter = "34"
  }

  /// `text` as the role is shown. Colour never carries a meaning that the text does not.
  func callAsFunction(_ text: String, _ role: Role) -> String {
    switch self {
    case .plain: text
    case .coloured: text.isEmpty ? "" : "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m"
    }
  }
}
