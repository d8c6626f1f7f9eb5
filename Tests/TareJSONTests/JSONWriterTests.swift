import TareJSON
import TareText
import Testing

struct JSONWriterTests {
  /// Strings with every byte that needs an escape, at every distance from an eight-byte boundary.
  static let hostileStrings: [String] =
    ["", "\"", "\\", "\\\"", "plain", "é中😀", "\u{2028}\u{7F}\u{FFFD}", "</script>"]
    + (0..<0x20).map { String(Unicode.Scalar(UInt8($0))) }
    + (0..<17).flatMap { length in
      ["\"", "\\", "\n", "\u{1F}", "é"].map { String(repeating: "a", count: length) + $0 + "tail of eight" }
    }

  @Test(arguments: hostileStrings) func `reading what was written gives the string back`(text: String) throws {
    var writer = JSONWriter()
    writer.object {
      $0.member(text, text)
      $0.array("list") { $0.value(text) }
    }
    let root = try JSONDocument(parsing: writer.bytes).root
    #expect(root.members.first?.name == text)
    #expect(root.members.first?.value.string == text)
    #expect(root["list"]?.elements.first?.string == text)
  }

  @Test(arguments: [
    "[]", "{}", "[1,[2,{}],\"x\",true,null]", #"{"a":{"b":[1.50,-0e1]},"a":"\u00e9"}"#,
    #"[{"deep":[[[[{"k":[]}]]]]},""]"#,
  ])
  func `a value written again piece by piece is the same bytes`(json: String) throws {
    var writer = JSONWriter()
    writeAgain(try JSONDocument(parsing: Array(json.utf8)).root, to: &writer)
    #expect(writer.text == json)
  }

  @Test func `indented and compact hold the same values`() throws {
    let json = #"{"a":[1,{"b":[],"c":{}},"x"],"d":null}"#
    var writer = JSONWriter(style: .indented)
    writeAgain(try JSONDocument(parsing: Array(json.utf8)).root, to: &writer)
    #expect(
      writer.text == """
        {
          "a": [
            1,
            {
              "b": [],
              "c": {}
            },
            "x"
          ],
          "d": null
        }
        """)
  }

  @Test func `numbers, truth and null are written as JSON spells them`() {
    var writer = JSONWriter()
    writer.object {
      $0.member("least", Int.min)
      $0.member("no", false)
      $0.member("text", nil as String?)
      $0.member("number", nil as Int?)
      $0.array("list") {
        $0.value(0)
        $0.value(true)
        $0.null()
      }
    }
    #expect(writer.text == #"{"least":-9223372036854775808,"no":false,"text":null,"number":null,"list":[0,true,null]}"#)
  }

  @Test func `a thrown error leaves the writer to its caller`() {
    struct Stop: Error {}
    var writer = JSONWriter()
    #expect(throws: Stop.self) { try writer.object { _ in throw Stop() } }
  }

  private func writeAgain(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value.kind {
    case .object: writer.object { object in value.members.forEach { writeAgain($0, to: &object) } }
    case .array: writer.array { array in value.elements.forEach { writeAgain($0, to: &array) } }
    default: writer.raw(value.rawBytes)
    }
  }

  private func writeAgain(_ member: JSONMember, to writer: inout JSONWriter) {
    switch member.value.kind {
    case .object: writer.object(member.name) { object in member.value.members.forEach { writeAgain($0, to: &object) } }
    case .array: writer.array(member.name) { array in member.value.elements.forEach { writeAgain($0, to: &array) } }
    default: writer.member(member.name, raw: member.value.rawBytes)
    }
  }
}
