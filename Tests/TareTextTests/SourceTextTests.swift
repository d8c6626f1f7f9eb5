import TareText
import Testing

struct SourceTextTests {
  @Test(arguments: [
    ("", 1, [0]), ("a", 1, [0]), ("a\n", 1, [0, 2]), ("a\nb", 2, [0, 2]), ("\n\n", 2, [0, 1, 2]),
    ("a\r\nb\r\n", 2, [0, 3, 6]), ("a\rb\r", 2, [0, 2, 4]), ("a\n\rb", 3, [0, 2, 3]), ("a\u{2028}b", 1, [0]),
  ])
  func `a line ends behind LF, CRLF and a lone CR, and a final newline opens no line`(
    text: String, lines: Int, starts: [Int]
  ) {
    let source = SourceText(text)
    #expect(source.lineCount == lines)
    #expect(source.lineStarts == starts)
  }

  @Test(arguments: ["", "a", "one\ntwo\r\nthree\rfour", "\r\n\r\n", "é\n中文\n"])
  func `the lines in a row are the text, and each content is its line without its ending`(text: String) {
    let source = SourceText(text)
    let lines = (0..<source.lineCount).map { source.string(in: source.lineRange($0)) }
    #expect(lines.joined() == text)
    for index in 0..<source.lineCount {
      let content = source.string(in: source.lineContentRange(index))
      #expect(lines[index].hasPrefix(content))
      #expect(
        ["", "\n", "\r\n", "\r"].contains(String(lines[index].unicodeScalars.dropFirst(content.unicodeScalars.count))))
    }
  }

  @Test(arguments: ["", "ab\ncd", "é\r\n😀x\ry", "\u{FEFF}ab\n\u{FEFF}c", "\u{FEFF}"])
  func `a place is the same whether lines are kept or looked for once`(text: String) {
    let source = SourceText(text)
    for offset in -1...(source.utf8.count + 1) {
      #expect(source.location(of: offset) == SourceLocation(of: offset, in: source.utf8.span))
    }
  }

  @Test(arguments: [
    ("ab\ncd", 4, 2, 2), ("é😀x", 6, 1, 3), ("a\r\nb", 3, 2, 1), ("a\n", 2, 2, 1), ("\u{FEFF}a", 3, 1, 1),
    ("\u{FEFF}a", 0, 1, 1), ("ab", 99, 1, 3),
  ])
  func `columns count scalars from 1 and pass a byte order mark over`(text: String, offset: Int, line: Int, column: Int)
  {
    #expect(SourceText(text).location(of: offset) == SourceLocation(line: line, column: column))
  }

  @Test func `bytes that are not UTF-8 name the offset and the byte`() {
    let error = #expect(throws: InvalidUTF8.self) { try SourceText([0x61, 0xC3, 0x28]) }
    #expect(error?.description == "not UTF-8: byte 0xC3 at offset 1")
  }
}
