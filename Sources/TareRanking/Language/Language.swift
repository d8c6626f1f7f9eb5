/// A language whose words the lexical reranker knows to compare.
public struct Language: Sendable, Hashable {
  /// Its English name in lower case, such as `german`; the name Snowball has for its stemmer, where there is one.
  public let name: String

  /// The languages that are told apart by their function words, in the order in which ties are settled.
  public static let all = StopWords.shared.languages

  /// The language of that name.
  ///
  /// - Throws: ``UnknownLanguage`` for a name that is not in ``all``.
  public init(named name: String) throws(UnknownLanguage) {
    guard let language = Self.all.first(where: { $0.name == name }) else { throw UnknownLanguage(name: name) }
    self = language
  }

  init(known name: String) {
    self.name = name
  }
}

/// A name that no language of the word lists has.
public struct UnknownLanguage: Error, Sendable, Hashable {
  /// The name that was asked for.
  public let name: String
}

extension UnknownLanguage: CustomStringConvertible {
  /// One sentence with the names that would do.
  public var description: String {
    "unknown language \"\(name)\"; there are \(Language.all.map(\.name).joined(separator: ", "))"
  }
}
