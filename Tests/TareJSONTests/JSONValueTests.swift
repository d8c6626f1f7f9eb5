import TareJSON
import TareText
import Testing

struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue { try JSONDocument(parsing: Array(text.utf8)).root }

  @Test func `members keep their order and their duplicates, and a name finds the last`() throws {
    let object = try value(#"{"b":1,"a":2,"b":3,"\u0062":4}"#)
    #expect(object.members.map(\.name) == ["b", "a", "b", "b"])
    #expect(object["b"]?.integer == 4)
    #expect(object["a"]?.integer == 2)
    #expect(object["c"] == nil)
  }

  @Test func `a name is compared decoded and to the byte`() throws {
    let object = try value(#"{"é":1,"e\u0301":2,"\u00e9x":3}"#)
    #expect(object["\u{E9}"]?.integer == 1)
    #expect(object["e\u{301}"]?.integer == 2)
    #expect(object["\u{E9}x"]?.integer == 3)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u00e9\u4E2D""#, "é中"),
    (#""\ud83d\ude00!""#, "😀!"), (#""\uD83D""#, "\u{FFFD}"), (#""\udE00\uD83Dx""#, "\u{FFFD}\u{FFFD}x"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\\ud83d""#, "\\ud83d"), (#""\u0000""#, "\0"), (#""é\\""#, "é\\"),
  ])
  func `a string is decoded, and a lone surrogate reads as the replacement character`(json: String, text: String) throws
  {
    let string = try value(json)
    #expect(string.string == text)
    #expect(string.stringBytes == Array(text.utf8))
    #expect(string.utf8.map(Array.init) == Array(text.utf8))
    #expect(Array(string.rawBytes) == Array(json.utf8))
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("1.0", nil),
      ("1e2", nil), ("1e400", nil), (#""1""#, nil), ("true", nil),
    ] as [(String, Int?)])
  func `a number is an integer only when it is spelt as one that fits`(json: String, integer: Int?) throws {
    #expect(try value(json).integer == integer)
  }

  @Test(arguments: ["1e400", "-0.0", "1E+05", "0.10000000000000000555111512312578270"])
  func `a number keeps its spelling`(json: String) throws {
    #expect(try value(json).numberText == json)
  }

  @Test func `each kind answers only its own question`() throws {
    let values = try value(#"[{"a":1},[1],"s",1,true,null]"#).elements
    #expect(values.map(\.kind) == [.object, .array, .string, .number, .boolean, .null])
    #expect(values.map { $0.members.count } == [1, 0, 0, 0, 0, 0])
    #expect(values.map { $0.elements.count } == [0, 1, 0, 0, 0, 0])
    #expect(values.map { $0.string } == [nil, nil, "s", nil, nil, nil])
    #expect(values.map { $0.numberText } == [nil, nil, nil, "1", nil, nil])
    #expect(values.map { $0.boolean } == [nil, nil, nil, nil, true, nil])
    #expect(values.map(\.isNull) == [false, false, false, false, false, true])
    #expect(values.allSatisfy { $0["b"] == nil })
  }

  @Test func `ranges cover a value with its brackets and a member from its name to its value`() throws {
    let text = #" {"a" : [ 1 , "b" ] , "c":{} } "#
    let root = try value(text)
    #expect(String(decoding: root.rawBytes, as: UTF8.self) == #"{"a" : [ 1 , "b" ] , "c":{} }"#)
    let shown = root.members.map { String(decoding: Array(text.utf8)[$0.range.start..<$0.range.end], as: UTF8.self) }
    #expect(shown == [#""a" : [ 1 , "b" ]"#, #""c":{}"#])
  }

  @Test func `siblings are walked past whatever stands inside them`() throws {
    let elements = try value(#"[[[1,[2]],{"a":[3]}],{"b":{"c":[]}},4,"five"]"#).elements
    #expect(
      elements.map { String(decoding: $0.rawBytes, as: UTF8.self) } == [
        #"[[1,[2]],{"a":[3]}]"#, #"{"b":{"c":[]}}"#, "4", #""five""#,
      ])
  }

  @Test func `a value of the wrong shape names its place`() throws {
    let error = try value("{\n  \"é\": 1}")["é"]?.unexpectedShape("found a number, expected a string")
    #expect(error?.code == .unexpectedShape)
    #expect(error?.description == "line 2, column 8: found a number, expected a string")
  }
}
