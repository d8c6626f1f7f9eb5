public import TareText

/// A variable that the file says it takes.
public struct DeclaredVariable: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// A value it gives for trial or as default, as it is written; `nil` where it gives none, or one that is no scalar.
  public let sample: String?
  /// Where it is declared.
  public let range: SourceRange
}
