/// A byte-pair encoding that is built in.
public struct Encoding: Sendable, Hashable {
  /// The name tiktoken gives it, such as `o200k_base`.
  public let name: String

  /// GPT-4o, 4.1, 5 and later, and the o-series.
  public static let o200kBase = Encoding(name: "o200k_base")
  /// GPT-4, GPT-3.5 Turbo and the embedding models of their time.
  public static let cl100kBase = Encoding(name: "cl100k_base")

  /// Every encoding that is built in, newest first.
  public static let all = [o200kBase, cl100kBase]

  /// The encoding of that name.
  ///
  /// - Throws: ``UnknownEncoding`` for a name that is not built in.
  public init(named name: String) throws(UnknownEncoding) {
    guard let encoding = Self.all.first(where: { $0.name == name }) else { throw UnknownEncoding(name: name) }
    self = encoding
  }

  private init(name: String) {
    self.name = name
  }
}

/// A name that no built-in encoding has.
public struct UnknownEncoding: Error, Sendable, Hashable {
  /// The name that was asked for.
  public let name: String
}

extension UnknownEncoding: CustomStringConvertible {
  /// One sentence with the names that would do.
  public var description: String {
    "unknown encoding \"\(name)\"; built in are \(Encoding.all.map(\.name).joined(separator: ", "))"
  }
}
