import TareJSON
import TareText
import Testing

/// The places where RFC 8259 says yes or no, one text each.
struct JSONReaderTests {
  @Test(arguments: [
    "[]", "{}", "null", "true", "false", "0", "-0", #""""#, " [ ] ", "\t{\r\n}\n", "[1,2]", "[null]", "[[[]],{}]",
    #"{"":0}"#, #"{"a":1,"a":2}"#, #"{"a":{"b":[]},"c":null}"#, "[1\n]", "[0e1]", "[0E+1]", "[1e400]", "[-1e-400]",
    "[1.0]", "[-0.0]", "[123456789012345678901234567890.5]", #"["\u0000"]"#, #"["\ud83d\ude00"]"#, #"["\ud800"]"#,
    #"["\udc00\ud800"]"#, #"["\"\\\/\b\f\n\r\t"]"#, "[\"\u{7F}\u{2028}\u{FFFF}😀é\"]", #"["new\u000Aline"]"#,
  ])
  func `a text of the grammar is read, and its value is all of it but the white space`(text: String) throws {
    let document = try JSONDocument(parsing: Array(text.utf8))
    let trimmed = text.utf8.drop { isSpace($0) }.reversed().drop { isSpace($0) }.reversed()
    #expect(Array(document.root.rawBytes) == Array(trimmed))
  }

  @Test(arguments: [
    "", " ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1}", "{]", "{1:2}", "{a:1}",
    #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#, #"{"a" 1}"#, #"{"a"::1}"#, #"{"a":1 "b":2}"#, #"{"a":1}}"#,
    "[]]", "[] []", "nul", "nulL", "truee", "True", "NaN", "Infinity", "-", "-a", "+1", "01", "-01", "1.", ".5", "1.e1",
    "1e", "1e+", "1e1.5", "0x10", "1_000", "--1", "1/2", "'a'", "\"", #""a"#, #""\""#, #""\x41""#, #""\u12""#,
    #""\u12G4""#, #""\ "#, "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "\u{FEFF}", "[\u{FEFF}1]", "[1]\u{FEFF}", "// a\n1",
    "/* a */1", "[1]#", "\u{A0}1", "\u{0C}1", "[1]\u{0}", "{\"a\":1,\u{2028}\"b\":2}",
  ])
  func `a text outside the grammar is refused with a place inside it`(text: String) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    #expect((0...text.utf8.count).contains(error?.offset ?? -1))
    #expect(error?.code == .unexpectedByte || error?.code == .unexpectedEnd)
  }

  @Test(
    arguments: [
      ([0x22, 0xC3, 0x22], 1), ([0x22, 0x80, 0x22], 1), ([0x22, 0xC0, 0xAF, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x5B, 0x22, 0x61, 0x22, 0x5D, 0xFF], 5),
    ] as [([UInt8], Int)])
  func `bytes that are not UTF-8 are refused at the first of them`(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.code == .invalidUTF8)
    #expect(error?.offset == offset)
  }

  @Test func `a byte order mark before the value is passed over and takes no column`() throws {
    #expect(try JSONDocument(parsing: Array("\u{FEFF}[1]".utf8)).root.elements.count == 1)
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array("\u{FEFF}[x]".utf8)) }
    #expect(error?.description == #"line 1, column 2: found "x", expected a JSON value"#)
  }

  @Test(arguments: ["[", "{\"a\":"], [100_000])
  func `nesting ends at the limit with an error, not with the stack`(opening: String, levels: Int) {
    let text = String(repeating: opening, count: levels)
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    #expect(error?.code == .tooDeep)
    #expect(error?.offset == opening.utf8.count * JSONDocument.depthLimit)
  }

  @Test func `nesting up to the limit is read`() throws {
    let depth = JSONDocument.depthLimit
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var value = try JSONDocument(parsing: Array(text.utf8)).root
    var levels = 1
    while let inner = value.elements.first { (value, levels) = (inner, levels + 1) }
    #expect(levels == depth)
  }

  @Test func `every prefix of a text is refused, since none of them is a whole value`() {
    let text = Array(#"{"a":[1.5e3,"x\u00e9\n",true,null],"b":{"c":"é"}}"#.utf8)
    for length in 0..<text.count {
      #expect(throws: JSONError.self, "the first \(length) bytes") { try JSONDocument(parsing: Array(text[..<length])) }
    }
  }

  @Test func `a text changed in one byte is read or refused, never a trap, and what is read is in bounds`() {
    let text = Array(#"[{"k\u0041":-1.5e+3,"s":"a\\\"b"},[true,false,null,{}],""]"#.utf8)
    for index in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[index] = byte
        // Most changes are refused; what matters is what happens to those that are not.
        guard let document = try? JSONDocument(parsing: changed) else { continue }
        #expect(document.root.range.end <= changed.count)
        #expect(checksum(document.root) > 0)
      }
    }
  }

  @Test(arguments: [
    ("[1,\n 2,\r\n\u{E9}]", 3, 1, #"line 3, column 1: found byte 0xC3, expected a JSON value"#),
    ("{\"a\":1,}", 1, 8, #"line 1, column 8: found "}", expected a member name in double quotes"#),
    ("[1", 1, 3, #"line 1, column 3: found the end of the text, expected "," or "]""#),
    ("\r[\"é\" 1]", 2, 6, #"line 2, column 6: found "1", expected "," or "]""#),
  ])
  func `an error names its line, its column in scalars, what was found and what was expected`(
    text: String, line: Int, column: Int, description: String
  ) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    #expect(error?.location.line == line)
    #expect(error?.location.column == column)
    #expect(error?.description == description)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Visits every value, so that every range and every decoder is used.
  private func checksum(_ value: JSONValue) -> Int {
    let children = value.elements.map(checksum) + value.members.map { checksum($0.key) + checksum($0.value) }
    return children.reduce(value.rawBytes.count, +) + (value.string?.utf8.count ?? 0)
      + (value.numberText?.count ?? 0)
  }
}
