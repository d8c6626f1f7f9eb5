import Synchronization

/// An encoding from a file of the user's.
final class InstalledEncoding: Sendable {
  let name: String
  let family: String?
  let origin: EncodingSource.Origin
  /// The SHA-256 of the file it was made from.
  let sourceDigest: [UInt8]
  let splitting: Splitting
  /// All that the source lists, in the order of their ids.
  let addedTokens: [AddedToken]
  let specialTokens: [SpecialToken]
  /// Those that are part of the vocabulary of text.
  let textTokens: AddedTokens?
  let numbering: TokenNumbering
  let wholePieces: WholePieces?
  let vocabulary: Vocabulary
  /// Tokens that stand for text: those of the pack, the whole pieces, and the added ones that are neither.
  let textTokenCount: Int
  /// What is done to a text before it is divided.
  let change: TextChange
  /// All of them, made when first asked for: control marks are looked for only on request.
  private let allTokens = Mutex<AddedTokens??>(nil)

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
    splitting = description.splitting
    addedTokens = description.addedTokens
    specialTokens = addedTokens.compactMap { SpecialToken($0) }
    let numbering = TokenNumbering(description.ids)
    self.numbering = numbering
    textTokenCount =
      description.ids.count
      + addedTokens.count { !$0.options.contains(.special) && !numbering.has($0.id, of: description.ids.count) }
    wholePieces =
      description.wholePieces.isEmpty
      ? nil
      : WholePieces(
        description.wholePieces, from: TokenID(tokenCount), isLookedUp: description.looksUpWholePieces)
    let change = TextChange(normalForm: description.normalForm, spaces: description.spaces, normalizer: normalizer)
    self.change = change
    textTokens = AddedTokens(addedTokens, .text, change)
  }

  /// All added tokens, control marks with the others.
  var controlTokens: AddedTokens? {
    allTokens.withLock { known in
      if let known { return known }
      let tokens = AddedTokens(addedTokens, .control, change)
      known = .some(tokens)
      return tokens
    }
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
