internal import TareJSON
internal import TareTokens

/// A published vocabulary: a rank file of tiktoken's form, a `tokenizer.json` of Hugging Face's tokenizers, or a
/// `tekken.json` of Mistral's.
public struct VocabularyFile: Sendable {
  /// The largest file that is read: several times the largest published one.
  public static let sizeLimit = 256 << 20

  /// The name that the file itself is known by: that of tiktoken for its own rank files.
  public let knownName: String?
  /// The SHA-256 of the file, as hexadecimal digits.
  public let sha256: String
  private let source: EncodingSource
  private let digest: [UInt8]

  /// Reads a file.
  ///
  /// - Parameter pattern: For a rank file, which holds none: the name of an encoding of tiktoken's whose pattern it
  ///   uses, or a regular expression in the meaning that tiktoken's engine gives it.
  /// - Throws: ``VocabularyError`` when some part of it is not understood.
  public init(_ bytes: [UInt8], pattern: String? = nil) throws(VocabularyError) {
    guard bytes.count <= Self.sizeLimit else {
      throw VocabularyError("", "has \(bytes.count) bytes; up to \(Self.sizeLimit) are read")
    }
    digest = SHA256.digest(of: bytes)
    sha256 = SHA256.hexadecimal(digest: digest)
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
      let known = KnownRankFile(sha256: sha256)
      knownName = known?.name
      source = try readRankFile(bytes, pattern: pattern, known)
      return
    }
    if pattern != nil { throw VocabularyError("", "has a pattern of its own, and none is to be given for it") }
    knownName = nil
    let root = VocabularyNode(try Self.document(bytes))
    source = root["config"] == nil ? try readTokenizerJSON(root) : try readTekken(root)
  }

  /// The file of the installed encoding: what `Encoding(file:)` reads.
  ///
  /// - Throws: ``VocabularyError`` when the vocabulary is none that can be packed.
  /// - Complexity: O(*n* log *n*) in the bytes of the vocabulary; some seconds for 200,000 tokens.
  public func compiled(name: String, family: String?) throws(VocabularyError) -> [UInt8] {
    do {
      return try source.file(name: name, family: family, digest: digest)
    } catch {
      throw VocabularyError("", "cannot be packed: \(error)")
    }
  }

  private static func document(_ bytes: [UInt8]) throws(VocabularyError) -> JSONDocument {
    do {
      return try JSONDocument(parsing: bytes)
    } catch {
      throw VocabularyError("", "is no JSON: \(error)")
    }
  }
}
