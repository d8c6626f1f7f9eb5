/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Something to know: a few tokens, or a choice that may well be meant.
  case info
  /// Something to look at: it costs tokens on every request and mostly is not meant.
  case warning
  /// Something that stops a build: a limit that was set is passed, or a file cannot be read.
  case error

  /// Orders from info to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
