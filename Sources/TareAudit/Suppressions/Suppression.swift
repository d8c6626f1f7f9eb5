public import TareText

/// Findings that somebody looked at and let stand: of these rules, in these lines, for this reason.
///
/// It comes from a comment in the prompt, or from outside for a format that has no comments.
public struct Suppression: Sendable, Hashable {
  /// Codes and names of rules, beginnings of codes, or `ALL`.
  public let rules: [String]
  /// Why.
  public let reason: String?
  /// The last day on which it holds; `nil` for ever.
  public let until: CalendarDate?
  /// Text of which every line that holds it is meant; `nil` for the whole file.
  public let text: String?
  /// The hash of the lines that are meant, where these are not to be said; blanks do not count.
  public let content: String?
  /// Where it was written, to be shown when it is not needed: a file and a line.
  public let origin: String
  /// Whether it was written for many files at once, so that one in which it is not needed says nothing about it.
  public let isForManyFiles: Bool

  /// A suppression that was written at `origin`.
  public init(
    rules: [String], reason: String?, until: CalendarDate? = nil, text: String? = nil,
    content: String? = nil, origin: String, isForManyFiles: Bool = false
  ) {
    self.rules = rules
    self.reason = reason
    self.until = until
    self.text = text
    self.content = content
    self.origin = origin
    self.isForManyFiles = isForManyFiles
  }
}

extension Suppression {
  /// Whether `other` lets the same be for the same reason, wherever it was written.
  func saysTheSame(as other: Suppression) -> Bool {
    rules == other.rules && reason == other.reason && until == other.until && text == other.text
      && content == other.content && isForManyFiles == other.isForManyFiles
  }
}

/// A finding that is not reported, and why.
public struct SuppressedFinding: Sendable, Hashable {
  /// The finding.
  public let finding: Finding
  /// What the comment says; `nil` where it says nothing.
  public let reason: String?
}

/// How suppressions are looked at.
public struct SuppressionPolicy: Sendable, Hashable {
  /// Whether each has to say why.
  public var requiresReason: Bool
  /// The day on which the audit is made; `nil` where no suppression is ever too old.
  public var today: CalendarDate?

  /// A policy; what is left out is not asked for.
  public init(requiresReason: Bool = false, today: CalendarDate? = nil) {
    self.requiresReason = requiresReason
    self.today = today
  }
}
