import TareTokens

/// What the findings of one file depend on, as a digest: the same key means the same findings.
public struct AuditKey: Sendable, Hashable {
  /// The SHA-256 of all of it, as hexadecimal digits.
  public let digest: String

  /// The key read from a cache.
  init(digest: String) {
    self.digest = digest
  }

  /// The key of the file at `path` with these bytes, and those it had before where the rules compare.
  ///
  /// - Parameter fingerprint: Everything else that findings depend on: which rules, their settings, what is counted
  ///   with, and which tare looked.
  /// - Complexity: O(*n*) in bytes.
  public init(path: String, bytes: [UInt8], base: [UInt8]? = nil, fingerprint: String) {
    // The parts have lengths in front of them, so that no two lists of parts run together to the same bytes.
    var parts: [UInt8] = []
    for part in [Array(fingerprint.utf8), Array(path.utf8)] + (base.map { [$0] } ?? []) {
      parts += "\(part.count):".utf8
      parts += part
    }
    digest = SHA256.hexadecimal(of: parts + bytes)
  }
}
