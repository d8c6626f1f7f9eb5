/// A Unicode normal form that a vocabulary wants its text in. What brings text to it comes from outside: this module
/// links no Unicode library.
public enum RequiredNormalForm: UInt8, Sendable, Hashable, CaseIterable {
  case nfc = 1
  case nfd
  case nfkc

  /// Its usual name, such as `NFC`.
  public var name: String {
    switch self {
    case .nfc: "NFC"
    case .nfd: "NFD"
    case .nfkc: "NFKC"
    }
  }
}

/// Brings UTF-8 to a normal form; `nil` where it is in it already.
public typealias TextNormalizer = @Sendable (RequiredNormalForm, Span<UInt8>) -> [UInt8]?
