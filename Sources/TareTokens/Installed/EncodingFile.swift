/// The file of an installed encoding: what was read from its source, compiled, so that loading parses no vocabulary.
///
/// ```
/// 0    magic "TAREENC\n"                    8 bytes
/// 8    layout version                        u32
/// 12   zero                                  u32
/// 16   size of the file                      u64
/// 24   checksum of everything from 64 on     u64
/// 32   SHA-256 of the source                 32 bytes
/// 64   length of the description             u64
/// 72   offset of the pack                    u64, a multiple of 4,096
/// 80   the description: numbers, strings and lists behind each other, see `EncodingFileWriter`
/// ...  zeros up to the pack
///      the packed vocabulary, see `PackLayout`
/// ```
/// All numbers are little endian.
enum EncodingFile {
  static let magic = Array("TAREENC\n".utf8)
  static let version: UInt32 = 3
  static let headerSize = 64
  static let descriptionStart = 80
  static let packAlignment = 4_096
}

/// Why the file of an installed encoding cannot be used.
public enum EncodingFileError: Error, Sendable, Hashable {
  /// It is not such a file at all.
  case notAnEncoding
  /// It was written by another version of the layout.
  case otherVersion(UInt32)
  /// It is shorter or longer than it says.
  case wrongSize(stated: UInt64, found: Int)
  /// Its contents are not what was written.
  case wrongChecksum
  /// A part of it does not fit the others.
  case damaged(String)
  /// The encoding wants its text in a normal form, and nothing was given that makes it.
  case needsNormalizer(RequiredNormalForm)
}

extension EncodingFileError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .notAnEncoding: "not an installed encoding; add it again from its source"
    case .otherVersion(let version):
      "written by layout version \(version), this version reads \(EncodingFile.version); add it again from its source"
    case .wrongSize(let stated, let found):
      "has \(found) bytes and says it has \(stated); add it again from its source"
    case .wrongChecksum: "is damaged: its checksum does not match; add it again from its source"
    case .damaged(let part): "is damaged: \(part); add it again from its source"
    case .needsNormalizer(let form): "wants its text in \(form.name), and there is no normalizer"
    }
  }
}

/// Writes numbers, strings and lists behind each other.
struct EncodingFileWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt32) {
    for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
  mutating func add(_ number: UInt64) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ list: [UInt8]) {
    add(UInt32(list.count))
    bytes += list
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ list: [UInt16]) {
    add(UInt32(list.count))
    for number in list { bytes += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)] }
  }

  mutating func add(_ list: [UInt32]) {
    add(UInt32(list.count))
    for number in list { add(number) }
  }
}

/// Reads what ``EncodingFileWriter`` wrote, and never past the end.
struct EncodingFileReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func number() throws(EncodingFileError) -> UInt32 {
    let start = try advance(by: 4)
    return (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }

  mutating func flag() throws(EncodingFileError) -> Bool { bytes[try advance(by: 1)] != 0 }

  mutating func list() throws(EncodingFileError) -> [UInt8] {
    let count = Int(try number())
    let start = try advance(by: count)
    return Array(bytes[start..<(start + count)])
  }

  mutating func text() throws(EncodingFileError) -> String {
    guard let text = String(validating: try list(), as: UTF8.self) else {
      throw .damaged("a string of the description is not UTF-8")
    }
    return text
  }

  mutating func list16() throws(EncodingFileError) -> [UInt16] {
    let count = Int(try number())
    let start = try advance(by: 2 * count)
    return (0..<count).map { UInt16(bytes[start + 2 * $0]) | UInt16(bytes[start + 2 * $0 + 1]) << 8 }
  }

  mutating func list32() throws(EncodingFileError) -> [UInt32] {
    let count = Int(try number())
    let start = try advance(by: 4 * count)
    return (0..<count).map { index in
      let place = start + 4 * index
      let (low, high) = (UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8, UInt32(bytes[place + 2]))
      return low | high << 16 | UInt32(bytes[place + 3]) << 24
    }
  }

  private mutating func advance(by count: Int) throws(EncodingFileError) -> Int {
    guard count <= bytes.count - offset else { throw .damaged("the description ends too early") }
    offset += count
    return offset - count
  }
}
