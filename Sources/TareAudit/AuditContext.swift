/// What is known about one file besides its bytes.
public struct AuditContext: Sendable {
  /// Which findings are reported.
  public enum Scope: Sendable, Hashable {
    /// All of them.
    case all
    /// Those that were not there in the base.
    case newSinceBase
    /// Those that touch lines which differ from the base.
    case changedLines
  }

  /// The same file as it stood before; `nil` for one that is new, and where there is nothing to compare with.
  public var base: [UInt8]?
  /// Which findings are reported.
  public var scope: Scope
  /// What was let be outside of the file.
  public var suppressions: [Suppression]
  /// What was let be outside of the file when it stood as ``base``: what is wrong with it was wrong then.
  public var suppressionsBefore: [Suppression]
  /// What is known of the file, and not reported.
  public var known: [Baseline.Entry]

  /// A context; what is left out is not known.
  public init(
    base: [UInt8]? = nil, scope: Scope = .all, suppressions: [Suppression] = [],
    suppressionsBefore: [Suppression] = [], known: [Baseline.Entry] = []
  ) {
    self.base = base
    self.scope = scope
    self.suppressions = suppressions
    self.suppressionsBefore = suppressionsBefore
    self.known = known
  }

  /// Whether nothing but the file decides what is found.
  public var isEmpty: Bool { base == nil && scope == .all && suppressions.isEmpty && known.isEmpty }
}
