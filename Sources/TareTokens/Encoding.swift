/// A byte-pair encoding: built in, or installed from a published vocabulary.
public struct Encoding: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case o200kBase
    case o200kHarmony
    case cl100kBase
    case installed(InstalledEncoding)
  }

  let kind: Kind

  /// GPT-4o, 4.1, 5 and later, and the o-series.
  public static let o200kBase = Encoding(kind: .o200kBase)
  /// The open-weight models of OpenAI: the text of o200k_base with control tokens of its own.
  public static let o200kHarmony = Encoding(kind: .o200kHarmony)
  /// GPT-4, GPT-3.5 Turbo and the embedding models of their time.
  public static let cl100kBase = Encoding(kind: .cl100kBase)

  /// Every encoding that is built in, newest first.
  public static let all = [o200kBase, o200kHarmony, cl100kBase]

  /// The built-in encodings that text of today's models is counted in, newest first: one for each vocabulary.
  public static let inUse = [o200kBase, cl100kBase]

  /// The built-in encoding of that name.
  ///
  /// - Throws: ``UnknownEncoding`` for a name that is not built in.
  public init(named name: String) throws(UnknownEncoding) {
    try self.init(named: name, or: InstalledEncodings())
  }

  /// The encoding of that name, built in or installed.
  ///
  /// - Throws: ``UnknownEncoding`` for a name that neither has.
  public init(named name: String, or installed: InstalledEncodings) throws(UnknownEncoding) {
    let known = Self.all + installed.encodings
    guard let encoding = known.first(where: { $0.name == name }) else {
      throw UnknownEncoding(name: name, known: known.map(\.name))
    }
    self = encoding
  }

  init(kind: Kind) {
    self.kind = kind
  }

  /// Its name, such as `o200k_base`; that of tiktoken where it has one.
  public var name: String {
    switch kind {
    case .o200kBase: "o200k_base"
    case .o200kHarmony: "o200k_harmony"
    case .cl100kBase: "cl100k_base"
    case .installed(let installed): installed.name
    }
  }

  /// The family of models whose encoding it is, such as `llama-3`; the name itself for one that is built in.
  public var family: String? {
    if case .installed(let installed) = kind { return installed.family }
    return name
  }

  /// Whether it came from a file of the user's and not with this build.
  public var isInstalled: Bool {
    if case .installed = kind { return true }
    return false
  }

  /// The number of tokens that stand for text.
  public var tokenCount: Int {
    if case .installed(let installed) = kind { return installed.textTokenCount }
    return vocabulary.tokenCount
  }

  /// The form that text is brought to before it is divided; `nil` for none, as in every encoding that is built in.
  public var normalForm: RequiredNormalForm? {
    if case .installed(let installed) = kind { return installed.change.normalForm }
    return nil
  }
}

/// A name that no encoding has.
public struct UnknownEncoding: Error, Sendable, Hashable {
  /// The name that was asked for.
  public let name: String
  /// The names that would do: those built in, then those installed.
  public let known: [String]
}

extension UnknownEncoding: CustomStringConvertible {
  /// One sentence with the names that would do.
  public var description: String { "unknown encoding \"\(name)\"; there are \(known.joined(separator: ", "))" }
}
