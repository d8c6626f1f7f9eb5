import TareText
import Testing

struct OtherContentsTests {
  @Test(arguments: ["Answer in English.", "Grüße aus Köln", "one\ntwo\n"])
  func `UTF-16 of Latin letters is told from text and from what is none`(text: String) {
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(OtherContents(beginning: little[...]) == .utf16)
    #expect(OtherContents(beginning: big[...]) == .utf16)
    #expect(OtherContents(beginning: Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    [0], [0, 0, 0, 0, 0, 0, 0, 0], [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], Array("a b\0c d e f".utf8),
  ])
  func `a zero alone makes no UTF-16`(bytes: [UInt8]) {
    #expect(OtherContents(beginning: bytes[...]) == .binary)
  }
}
