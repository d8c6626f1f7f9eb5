/// An encoding from a file of the user's.
final class InstalledEncoding: Sendable {
  let name: String
  let family: String?
  let origin: EncodingSource.Origin
  /// The SHA-256 of the file it was made from.
  let sourceDigest: [UInt8]
  let normalForm: RequiredNormalForm?
  let spaces: MarkedSpaces?
  let splitting: Splitting
  let specialTokens: [SpecialToken]
  let numbering: TokenNumbering
  let wholePieces: WholePieces?
  let vocabulary: Vocabulary
  /// Tokens that stand for text: those of the pack and the whole pieces.
  let textTokenCount: Int
  private let normalizer: TextNormalizer?

  /// Reads the file in memory.
  ///
  /// SAFETY: the bytes at `file` start on a multiple of 64, do not change, and live as long as the process.
  init(_ file: UnsafeRawBufferPointer, _ normalizer: TextNormalizer?) throws(EncodingFileError) {
    let parts = unsafe try EncodingFileParts(file)
    let description = try EncodingDescription(parts.description)
    if let form = description.normalForm, normalizer == nil { throw .needsNormalizer(form) }
    do {
      vocabulary = unsafe try Vocabulary(verifying: parts.pack)
    } catch {
      throw .damaged("\(error)")
    }
    let tokenCount = vocabulary.tokenCount
    guard description.ids.count == tokenCount + description.wholePieces.count else {
      throw .damaged("there are \(description.ids.count) ids for \(tokenCount) tokens")
    }
    name = description.name
    family = description.family
    origin = description.origin
    sourceDigest = parts.sourceDigest
    normalForm = description.normalForm
    spaces = description.spaces
    splitting = description.splitting
    specialTokens = description.specialTokens
    numbering = TokenNumbering(description.ids)
    textTokenCount = description.ids.count
    wholePieces =
      description.wholePieces.isEmpty
      ? nil
      : WholePieces(
        description.wholePieces, from: TokenID(tokenCount), isLookedUp: description.looksUpWholePieces)
    self.normalizer = normalizer
  }

  /// The text in the form the encoding wants; `nil` where it is already, or where none is wanted.
  ///
  /// - Parameter isStart: Whether it is the beginning of the whole text, and not what stands behind a control token.
  func normalized(_ utf8: Span<UInt8>, isStart: Bool) -> [UInt8]? {
    if let spaces { return spaces.applied(to: utf8, isStart: isStart) }
    guard let normalForm, let normalizer else { return nil }
    return normalizer(normalForm, utf8)
  }
}

extension InstalledEncoding: Hashable {
  static func == (left: InstalledEncoding, right: InstalledEncoding) -> Bool {
    left.name == right.name && left.sourceDigest == right.sourceDigest && left.family == right.family
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(sourceDigest)
  }
}

/// The parts of a file whose size and checksum are right.
///
/// SAFETY: `pack` lies inside the bytes that `init` was given, and is used only while they are there.
@safe private struct EncodingFileParts {
  let sourceDigest: [UInt8]
  let description: [UInt8]
  let pack: UnsafeRawBufferPointer

  init(_ file: UnsafeRawBufferPointer) throws(EncodingFileError) {
    guard file.count >= 16, unsafe file.prefix(8).elementsEqual(EncodingFile.magic) else { throw .notAnEncoding }
    let version = unsafe file.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == EncodingFile.version else { throw .otherVersion(version) }
    guard file.count >= EncodingFile.descriptionStart else { throw .wrongSize(stated: 0, found: file.count) }
    // SAFETY: the header is there in full, as just checked.
    let size = unsafe file.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    guard size == UInt64(file.count) else { throw .wrongSize(stated: size, found: file.count) }
    let checksum = unsafe file.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    let contents = unsafe UnsafeBufferPointer(rebasing: file.bindMemory(to: UInt8.self)[EncodingFile.headerSize...])
    guard unsafe PackChecksum.of(Span(_unsafeElements: contents)) == checksum else { throw .wrongChecksum }
    sourceDigest = unsafe Array(file[32..<64])
    let length = unsafe Int(clamping: file.loadUnaligned(fromByteOffset: 64, as: UInt64.self))
    let offset = unsafe Int(clamping: file.loadUnaligned(fromByteOffset: 72, as: UInt64.self))
    guard length <= file.count - EncodingFile.descriptionStart, offset <= file.count,
      offset % EncodingFile.packAlignment == 0
    else { throw .damaged("its parts lie outside of it") }
    description = unsafe Array(file[EncodingFile.descriptionStart..<(EncodingFile.descriptionStart + length)])
    unsafe pack = UnsafeRawBufferPointer(rebasing: file[offset...])
  }
}
