import TareText

/// The same place of a text in the three units in which editors and languages count.
struct OffsetUnits: Equatable {
  /// UTF-8, as the file is written.
  let bytes: Int
  /// UTF-16, as JavaScript and the language server protocol count.
  let utf16: Int
  /// Unicode scalars, as Python counts.
  let codePoints: Int
}

/// Turns UTF-8 offsets of one text into the other units, in any order, each in the time of a kilobyte.
///
/// ```
/// text   |····1 KiB····|····1 KiB····|··
/// marks  0             •             •     UTF-16 units and scalars before each
/// ```
/// All units count from the first byte of the file, so a byte order mark is one scalar.
struct OffsetTable {
  private let source: SourceText
  private var marks: [OffsetUnits] = []

  private static let spacing = 1_024

  init(_ source: SourceText) {
    self.source = source
    var last = OffsetUnits(bytes: 0, utf16: 0, codePoints: 0)
    marks.append(last)
    while last.bytes + Self.spacing <= source.utf8.count {
      last = units(at: last.bytes + Self.spacing, from: last)
      marks.append(last)
    }
  }

  /// The units of `offset`; one behind the end is taken as the end.
  subscript(offset: Int) -> OffsetUnits {
    let offset = min(max(offset, 0), source.utf8.count)
    return units(at: offset, from: marks[offset / Self.spacing])
  }

  /// A scalar is counted at its first byte; from four bytes on it takes two units of UTF-16.
  private func units(at offset: Int, from mark: OffsetUnits) -> OffsetUnits {
    var (utf16, scalars) = (mark.utf16, mark.codePoints)
    for byte in source.utf8[mark.bytes..<offset] where byte & 0xC0 != 0x80 {
      scalars += 1
      utf16 += byte >= 0xF0 ? 2 : 1
    }
    return OffsetUnits(bytes: offset, utf16: utf16, codePoints: scalars)
  }
}
