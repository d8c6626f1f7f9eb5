import TareText

/// UTF-8 that was read as Windows-1252 and written as UTF-8 again: `é` became `Ã©`, and a curly quote `â€™`.
struct Mojibake {
  /// One stretch and what it was meant to be.
  struct Stretch {
    let range: SourceRange
    let meant: [UInt8]
  }

  private(set) var found: [Stretch] = []

  init(_ text: ArraySlice<UInt8>) {
    let scalars = LineScalars(text).elements
    var index = 0
    while index < scalars.count {
      guard let length = Self.length(scalars[index...]) else {
        index += 1
        continue
      }
      let stretch = scalars[index..<(index + length)]
      let meant = stretch.compactMap { Self.byte(of: $0.scalar) }
      found.append(
        Stretch(range: SourceRange(stretch[index].range.start, scalars[index + length - 1].range.end), meant: meant))
      index += length
    }
  }

  /// How many scalars, read as bytes, make one scalar of UTF-8 that people write; `nil` where they make none.
  private static func length(_ scalars: ArraySlice<LineScalars.Element>) -> Int? {
    guard let first = scalars.first.flatMap({ byte(of: $0.scalar) }), let length = sequenceLength(first) else {
      return nil
    }
    let bytes = scalars.prefix(length).compactMap { byte(of: $0.scalar) }
    guard bytes.count == length, let scalar = decoded(bytes), isWritten(scalar) else { return nil }
    return length
  }

  private static func sequenceLength(_ byte: UInt8) -> Int? {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> Unicode.Scalar? {
    String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }

  /// Letters with accents and the punctuation of word processors; two scalars that stand for anything else may well be
  /// meant, such as `Å¸` in a phrase of Danish.
  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xFF, 0x2013...0x2014, 0x2018...0x201E, 0x2022, 0x2026, 0x20AC, 0x2122, 0x1F300...0x1FAFF: true
    default: false
    }
  }

  /// The byte that Windows-1252 has for a scalar, C1 controls included, as browsers read it.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return windows1252.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }

  /// The scalars of the bytes 0x80 to 0x9F, from the Encoding Standard (WHATWG).
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
