extension Encoding {
  /// An installed encoding from its file, which is mapped into memory or was read into it.
  ///
  /// - Parameter normalizer: What brings text to the normal form that some encodings want.
  /// - Throws: ``EncodingFileError`` when the file is not what was written, or wants a normalizer and has none.
  ///
  /// SAFETY: the bytes at `file` start on a multiple of 64, do not change, and live as long as the process.
  @unsafe package init(
    mapped file: UnsafeRawBufferPointer, normalizer: TextNormalizer? = nil
  ) throws(EncodingFileError) {
    unsafe self.init(kind: .installed(try InstalledEncoding(file, normalizer)))
  }

  /// An installed encoding from the bytes of its file. They are copied once and stay for as long as the process: what
  /// maps the file instead shares it with others.
  ///
  /// - Throws: ``EncodingFileError`` when the file is not what was written, or wants a normalizer and has none.
  public init(file bytes: [UInt8], normalizer: TextNormalizer? = nil) throws(EncodingFileError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    do {
      unsafe try self.init(mapped: UnsafeRawBufferPointer(copy), normalizer: normalizer)
    } catch {
      unsafe copy.deallocate()
      throw error
    }
  }

  /// The SHA-256 of the published file an installed encoding was made from, as hexadecimal digits.
  public var sourceDigest: String? {
    guard case .installed(let installed) = kind else { return nil }
    return SHA256.hexadecimal(digest: installed.sourceDigest)
  }

  /// What kind of file an installed encoding was made from, such as `tokenizer.json`.
  public var sourceKind: String? {
    guard case .installed(let installed) = kind else { return nil }
    return installed.origin.rawValue
  }

  /// How the encoding divides text, for people: as another encoding does, or by a pattern of its own.
  public var splittingDescription: String {
    switch splitting {
    case .o200k: "as o200k_base"
    case .cl100k: "as cl100k_base"
    case .gpt2: "as r50k_base"
    case .tables([]): "not at all"
    case .tables(let tables): "by its own pattern" + (tables.count > 1 ? "s, \(tables.count) steps" : "")
    }
  }
}

extension EncodingSource {
  /// The file of the installed encoding.
  ///
  /// - Parameter digest: The SHA-256 of the source, 32 bytes.
  /// - Throws: ``PackingError`` or ``PatternError`` when it cannot be compiled.
  package func file(name: String, family: String?, digest: [UInt8]) throws -> [UInt8] {
    let list = try RankList(tokens.map(\.bytes), symbols: symbols, parts: parts)
    let (pack, summary) = try VocabularyPacker(list, name: String(name.prefix(32)), sourceDigest: digest).packed()
    if let unreachable = summary.unreachable.first { throw PackingError.unreachable(rank: Int(unreachable)) }
    let description = try EncodingDescription(self, name: name, family: family).bytes
    var contents = EncodingFileWriter()
    let end = EncodingFile.descriptionStart + description.count
    let packStart = (end + EncodingFile.packAlignment - 1) / EncodingFile.packAlignment * EncodingFile.packAlignment
    contents.add(UInt64(description.count))
    contents.add(UInt64(packStart))
    let body = contents.bytes + description + [UInt8](repeating: 0, count: packStart - end) + pack
    var header = EncodingFileWriter()
    header.add(EncodingFile.version)
    header.add(UInt32(0))
    header.add(UInt64(EncodingFile.headerSize + body.count))
    header.add(PackChecksum.of(body.span))
    let padded = digest.prefix(32) + [UInt8](repeating: 0, count: max(0, 32 - digest.count))
    return EncodingFile.magic + header.bytes + padded + body
  }
}
