/// A byte-pair encoding that is built in.
public struct Encoding: Sendable, Hashable {
  /// The encodings whose vocabularies are part of the binary.
  enum Kind: Sendable, CaseIterable {
    case o200kBase
    case cl100kBase
  }

  let kind: Kind

  /// GPT-4o, 4.1, 5 and later, and the o-series.
  public static let o200kBase = Encoding(kind: .o200kBase)
  /// GPT-4, GPT-3.5 Turbo and the embedding models of their time.
  public static let cl100kBase = Encoding(kind: .cl100kBase)

  /// Every encoding that is built in, newest first.
  public static let all = [o200kBase, cl100kBase]

  /// The encoding of that name.
  ///
  /// - Throws: ``UnknownEncoding`` for a name that is not built in.
  public init(named name: String) throws(UnknownEncoding) {
    guard let encoding = Self.all.first(where: { $0.name == name }) else { throw UnknownEncoding(name: name) }
    self = encoding
  }

  private init(kind: Kind) {
    self.kind = kind
  }

  /// The name tiktoken gives it, such as `o200k_base`.
  public var name: String {
    switch kind {
    case .o200kBase: "o200k_base"
    case .cl100kBase: "cl100k_base"
    }
  }

  /// The tokens that stand for control marks and not for text, in the order of their ids.
  public var specialTokens: [SpecialToken] {
    switch kind {
    case .o200kBase:
      [SpecialToken(text: "<|endoftext|>", id: 199_999), SpecialToken(text: "<|endofprompt|>", id: 200_018)]
    case .cl100kBase:
      [
        SpecialToken(text: "<|endoftext|>", id: 100_257), SpecialToken(text: "<|fim_prefix|>", id: 100_258),
        SpecialToken(text: "<|fim_middle|>", id: 100_259), SpecialToken(text: "<|fim_suffix|>", id: 100_260),
        SpecialToken(text: "<|endofprompt|>", id: 100_276),
      ]
    }
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
