import TareText
import Testing

struct InvalidUTF8Tests {
  @Test(
    arguments: [
      ([0x80], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0),
      ([0x61, 0xE4, 0xB8], 1), ([0xE4, 0xB8, 0x61], 0), ([0xF0, 0x9F, 0x98, 0x80, 0xFE], 4),
    ] as [([UInt8], Int)])
  func `overlong forms, surrogates, cut scalars and what lies above U+10FFFF are found where they begin`(
    bytes: [UInt8], offset: Int
  ) {
    #expect(firstInvalidOffset(in: bytes.span) == offset)
  }

  @Test func `every scalar at every width is valid`() {
    for first: UInt32 in [0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF] {
      let bytes = Unicode.Scalar(first).map { Array(String($0).utf8) } ?? []
      #expect(!bytes.isEmpty)
      #expect(firstInvalidOffset(in: bytes.span) == nil)
    }
  }

  @Test func `every sequence of two and of three chosen bytes is judged as the standard library judges it`() {
    let edges: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for first in UInt8.min...UInt8.max {
      for second in edges {
        for third in edges {
          let bytes = [first, second, third, 0xBF]
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect((firstInvalidOffset(in: bytes.span) == nil) == isValid, "\(bytes)")
        }
      }
    }
  }

  @Test func `what stands before the first invalid byte is valid`() {
    let bytes: [UInt8] = Array("grün 中 😀 ".utf8) + [0xE2, 0x82] + Array("tail".utf8)
    let offset = firstInvalidOffset(in: bytes.span)
    #expect(offset == Array("grün 中 😀 ".utf8).count)
    #expect(String(validating: bytes[..<(offset ?? 0)], as: UTF8.self) == "grün 中 😀 ")
  }
}
