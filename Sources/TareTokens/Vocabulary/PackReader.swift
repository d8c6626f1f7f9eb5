/// Why bytes are not a packed vocabulary.
enum PackError: Error, Sendable, Hashable {
  /// Shorter than a header, without the magic, or not at an address that is a multiple of 64.
  case notAPack
  /// Made by another version of the packer.
  case otherVersion(UInt32)
  /// A section lies outside the file or has a size that does not fit.
  case damagedSection(String)
  /// Some tokens are not what merging their bytes gives, which backtracking relies on.
  case unreachableTokens
  /// The contents are not what they were when packed.
  case wrongChecksum
}

extension PackError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notAPack: "not a packed vocabulary"
    case .otherVersion(let version):
      "packed by layout version \(version), this version reads \(PackLayout.version)"
    case .damagedSection(let name): "packed vocabulary is damaged: section \(name) does not fit"
    case .unreachableTokens: "packed vocabulary has tokens that merging does not reach"
    case .wrongChecksum: "packed vocabulary is damaged: its checksum does not match"
    }
  }
}

/// Reads the header and the section table of ``PackLayout``.
@safe struct PackReader {
  private let pack: UnsafeRawBufferPointer
  let tokenCount: Int
  let isReachable: Bool
  let mergesCharacters: Bool
  let mergesInAnyOrder: Bool
  let longestToken: Int

  init(_ pack: UnsafeRawBufferPointer) throws(PackError) {
    unsafe self.pack = pack
    guard pack.count >= PackLayout.firstSection, Int(bitPattern: pack.baseAddress) % PackLayout.alignment == 0,
      unsafe pack.prefix(8).elementsEqual(PackLayout.magic)
    else {
      throw .notAPack
    }
    // SAFETY: the header is there in full, as checked above.
    let numbers = (0..<6).map { unsafe pack.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self) }
    guard numbers[0] == PackLayout.version else { throw .otherVersion(numbers[0]) }
    guard numbers[5] == UInt32(PackLayout.Section.allCases.count) else { throw .damagedSection("table") }
    isReachable = numbers[1] & PackLayout.reachableFlag != 0
    mergesCharacters = numbers[1] & PackLayout.charactersFlag != 0
    mergesInAnyOrder = numbers[1] & PackLayout.anyOrderFlag != 0
    tokenCount = Int(numbers[2])
    longestToken = Int(numbers[3])
    guard tokenCount >= 256, tokenCount < 1 << PackLayout.idBits else { throw .damagedSection("tokens") }
    for section in PackLayout.Section.allCases {
      let (offset, length) = range(section)
      let isInside = offset <= pack.count && length <= pack.count - offset
      guard isInside, offset % PackLayout.alignment == 0 else { throw .damagedSection("\(section)") }
    }
  }

  /// The number of whole elements in a section.
  func count<Element>(_ section: PackLayout.Section, of type: Element.Type) -> Int {
    range(section).length / MemoryLayout<Element>.stride
  }

  /// The start of a section, which has `count` elements or, where that is not said, at least one.
  func pointer<Element: BitwiseCopyable>(
    _ section: PackLayout.Section, to type: Element.Type, count: Int? = nil
  ) throws(PackError) -> UnsafePointer<Element> {
    let (offset, length) = range(section)
    let elements = length / MemoryLayout<Element>.stride
    guard elements > 0, count == nil || count == elements, let start = unsafe pack.baseAddress else {
      throw .damagedSection("\(section)")
    }
    // SAFETY: `init` checked that the section lies inside the pack; like the pack it starts on a multiple of 64,
    // which suits every element type here.
    return unsafe (start + offset).assumingMemoryBound(to: Element.self)
  }

  /// Compares the contents with the checksum in the header.
  func verifyChecksum() throws(PackError) {
    let stored = unsafe pack.loadUnaligned(fromByteOffset: 96, as: UInt64.self)
    let contents = unsafe Span(
      _unsafeElements: UnsafeBufferPointer(
        rebasing: pack.bindMemory(to: UInt8.self)[PackLayout.headerSize...]))
    guard PackChecksum.of(contents) == stored else { throw .wrongChecksum }
  }

  private func range(_ section: PackLayout.Section) -> (offset: Int, length: Int) {
    let entry = PackLayout.headerSize + 16 * section.rawValue
    // SAFETY: `init` checked that the whole table is there.
    let offset = unsafe pack.loadUnaligned(fromByteOffset: entry, as: UInt64.self)
    let length = unsafe pack.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)
    return (Int(clamping: offset), Int(clamping: length))
  }
}
