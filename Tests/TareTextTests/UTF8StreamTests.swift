import TareText
import Testing

struct UTF8StreamTests {
  private static let pieces: [[UInt8]] = [
    [0x61], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F],
    [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5], [0xFF], [0xF4, 0x90, 0x80, 0x80],
  ]

  private static func streamed(_ bytes: [UInt8], partLength: Int) -> InvalidUTF8? {
    var stream = UTF8Stream()
    do throws(InvalidUTF8) {
      for start in stride(from: 0, to: bytes.count, by: partLength) {
        try stream.append(bytes[start..<min(bytes.count, start + partLength)])
      }
      try stream.finish()
      return nil
    } catch { return error }
  }

  @Test(arguments: 1...6)
  func `a text in parts has the mistake that the whole text has`(partLength: Int) {
    for first in Self.pieces {
      for second in Self.pieces {
        for third in Self.pieces {
          let bytes = first + second + third
          let wanted = firstInvalidOffset(in: bytes.span).map { InvalidUTF8(offset: $0, byte: bytes[$0]) }
          #expect(Self.streamed(bytes, partLength: partLength) == wanted, "\(bytes)")
        }
      }
    }
  }

  @Test func `offsets are those of the whole text`() {
    let bytes = [UInt8](repeating: 0x61, count: 1_000) + [0xFF]
    #expect(Self.streamed(bytes, partLength: 7) == InvalidUTF8(offset: 1_000, byte: 0xFF))
  }
}
