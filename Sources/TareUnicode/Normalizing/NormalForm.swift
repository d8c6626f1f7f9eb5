/// One of the ways in which equivalent texts are brought to the same bytes.
public enum NormalForm: String, Sendable, Hashable, CaseIterable {
  /// Canonical composition: `e` + acute becomes `é`. Changes no meaning and is what most text already is.
  case nfc
  /// Canonical decomposition: `é` becomes `e` + acute.
  case nfd
  /// Compatibility composition: also `ﬁ` becomes `fi` and `①` becomes `1`; loses distinctions.
  case nfkc
  /// Compatibility composition with case folded and invisible characters dropped: for comparing, never for showing.
  case nfkcCasefold = "nfkc-casefold"

  /// The form of that name, as it is spelt in flags and files.
  ///
  /// - Throws: ``UnknownNormalForm`` for a name that no form has.
  public init(named name: String) throws(UnknownNormalForm) {
    guard let form = Self(rawValue: name) else { throw UnknownNormalForm(name: name) }
    self = form
  }

  /// The name in flags and files: `nfc`, `nfd`, `nfkc` or `nfkc-casefold`.
  public var name: String { rawValue }

  /// Whether marks are joined to what they stand on.
  var composes: Bool { self != .nfd }
}

/// A name that no normal form has.
public struct UnknownNormalForm: Error, Sendable, Hashable {
  /// The name that was asked for.
  public let name: String
}

extension UnknownNormalForm: CustomStringConvertible {
  /// One sentence with the names that would do.
  public var description: String {
    "unknown normal form \"\(name)\"; there are \(NormalForm.allCases.map(\.name).joined(separator: ", "))"
  }
}
