public import TareTokens

/// A vocabulary that several models share.
public struct TokenizerFamily: Sendable, Hashable {
  /// Its name, such as `o200k_base` or `claude-4.7`.
  public let name: String
  /// The models that have it, for people.
  public let title: String
  /// Whether the vocabulary can be had from its vendor.
  public let isPublished: Bool
  /// The encodings that count ordinary text as the family does, best first; empty where none is known.
  public let encodings: [String]
  /// How its counts relate to those of an encoding that is built in; `nil` where nothing is known of it.
  public let estimate: EstimateTable?
}

extension TokenizerFamily {
  /// The encoding of the family that is built in; `nil` where none is.
  public var builtIn: Encoding? {
    // A directory may name an encoding that is not built in; that is no error, only no way to count.
    encodings.lazy.compactMap { try? Encoding(named: $0) }.first
  }

  /// The encodings of the family among those that somebody installed: those that were installed for it, or else one that
  /// has the name of its encoding. Which of several is meant is not for a program to say.
  public func encodings(among installed: InstalledEncodings) -> [Encoding] {
    let own = installed.family(name)
    return own.isEmpty ? Array(encodings.lazy.compactMap(installed.named).prefix(1)) : own
  }
}

/// What is known about how a model cuts text into tokens.
public struct ModelEntry: Sendable, Hashable {
  /// How well the family of a model is known.
  public enum Basis: String, Sendable, Hashable {
    /// The vendor, or a table the vendor publishes, names it.
    case documented
    /// No source names it for this model; it is that of the model's nearest kin.
    case assumed
    /// No one knows.
    case unknown
  }

  /// The name that was found: that of a model, or the beginning that a rule names.
  public let name: String
  /// The family of its vocabulary.
  public let family: TokenizerFamily
  /// How well that is known.
  public let basis: Basis
  /// Where it is known from.
  public let source: String
}
