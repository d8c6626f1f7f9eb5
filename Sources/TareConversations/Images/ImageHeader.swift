/// Reads the size of a picture from the first bytes of its file: PNG, JPEG, GIF or WebP. Nothing is decoded.
///
/// Sources: PNG 3rd edition, 11.2.1; GIF89a, 18; JPEG, ITU-T T.81 B.2.2; WebP container specification with VP8 (RFC 6386,
/// 9.1), VP8L and VP8X.
struct ImageHeader {
  private let bytes: [UInt8]

  /// The header in `bytes`, which may end anywhere.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The size, or `nil` where the bytes are no known format or end before they say it.
  var size: ImageSize? { png ?? gif ?? webP ?? jpeg }

  private var png: ImageSize? {
    guard starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), starts(with: "IHDR", at: 12),
      let width = big(at: 16, 4), let height = big(at: 20, 4)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private var gif: ImageSize? {
    guard starts(with: "GIF87a", at: 0) || starts(with: "GIF89a", at: 0), let width = little(at: 6, 2),
      let height = little(at: 8, 2)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private var webP: ImageSize? {
    guard starts(with: "RIFF", at: 0), starts(with: "WEBP", at: 8) else { return nil }
    if starts(with: "VP8 ", at: 12), starts(with: [0x9D, 0x01, 0x2A], at: 23), let width = little(at: 26, 2),
      let height = little(at: 28, 2)
    {
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    if starts(with: "VP8L", at: 12), starts(with: [0x2F], at: 20), let bits = little(at: 21, 4) {
      return ImageSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
    }
    if starts(with: "VP8X", at: 12), let width = little(at: 24, 3), let height = little(at: 27, 3) {
      return ImageSize(width: width + 1, height: height + 1)
    }
    return nil
  }

  /// Walks the segments of a JPEG to the first start of frame.
  private var jpeg: ImageSize? {
    guard starts(with: [0xFF, 0xD8], at: 0) else { return nil }
    var offset = 2
    while let marker = big(at: offset, 2), marker >> 8 == 0xFF {
      let kind = marker & 0xFF
      if kind == 0xFF {
        // Fill bytes may stand before a marker.
        offset += 1
        continue
      }
      // All starts of frame, without the tables that share their range.
      if 0xC0...0xCF ~= kind, ![0xC4, 0xC8, 0xCC].contains(kind) {
        guard let height = big(at: offset + 5, 2), let width = big(at: offset + 7, 2) else { return nil }
        return ImageSize(width: width, height: height)
      }
      if kind == 0x01 || 0xD0...0xD7 ~= kind {
        offset += 2
        continue
      }
      guard let length = big(at: offset + 2, 2), length >= 2 else { return nil }
      offset += 2 + length
    }
    return nil
  }

  private func starts(with text: StaticString, at offset: Int) -> Bool {
    starts(with: Array(text.description.utf8), at: offset)
  }

  private func starts(with expected: [UInt8], at offset: Int) -> Bool {
    bytes.count >= offset + expected.count && bytes[offset..<(offset + expected.count)].elementsEqual(expected)
  }

  private func big(at offset: Int, _ count: Int) -> Int? {
    guard bytes.count >= offset + count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(at offset: Int, _ count: Int) -> Int? {
    guard bytes.count >= offset + count else { return nil }
    return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension ImageSize {
  /// The size of the picture in a URL of the form `data:image/png;base64,…`; `nil` for any other URL, and where the first
  /// ``headerLimit`` bytes of the picture do not say it.
  ///
  /// - Complexity: O(1): no more than those bytes are decoded.
  init?(inDataURL url: ArraySlice<UInt8>) {
    guard url.starts(with: "data:".utf8), let comma = url.prefix(200).firstIndex(of: UInt8(ascii: ",")),
      String(decoding: url[..<comma], as: UTF8.self).lowercased().hasSuffix(";base64")
    else { return nil }
    self.init(inBase64: url[(comma + 1)...])
  }

  /// The size of the picture in base64 text.
  init?(inBase64 text: ArraySlice<UInt8>) {
    guard let size = ImageHeader(base64Decoded(text.prefix(Self.headerLimit / 3 * 4))).size else { return nil }
    self = size
  }

  /// Thumbnails and colour profiles stand before a JPEG's size; this is more than cameras write.
  static let headerLimit = 196_608
}

/// The bytes that base64 text stands for, up to the first character that is none of its alphabet.
private func base64Decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 4 * 3)
  var (bits, count) = (UInt32(0), 0)
  for byte in text {
    guard let value = base64Value(byte) else { break }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return bytes
}

private func base64Value(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
  case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
  case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
  case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
  default: nil
  }
}
