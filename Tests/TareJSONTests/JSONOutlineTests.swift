import TareJSON
import TareText
import Testing

struct JSONOutlineTests {
  private func outline(_ text: String) throws -> TextOutline { try JSONDocument(parsing: Array(text.utf8)).outline }

  @Test func `fields are named by their paths, and elements of an array by one`() throws {
    let outline = try outline(#"{"a":[{"b":1},{"b":2,"c d":[]}],"1":{"\u00e9":null},"_x9":3}"#)
    #expect(
      outline.parts.map(\.name)
        == [".", ".a", ".a[]", ".a[].b", #".a[]."c d""#, #"."1""#, #"."1"."é""#, "._x9"])
    #expect(outline.parts.map(\.occurrences) == [1, 1, 2, 2, 1, 1, 1, 1])
    #expect(outline.parts.map(\.parent) == [nil, 0, 1, 2, 2, 0, 5, 0])
  }

  @Test func `each byte belongs to the innermost field around it`() throws {
    let text = #" {"a":{"b":1} ,"c":[2, 3]} "#
    let outline = try outline(text)
    var start = 0
    let segments = outline.segments.map { segment in
      defer { start = segment.end }
      return
        "\(outline.parts[segment.part].name) \(String(decoding: Array(text.utf8)[start..<segment.end], as: UTF8.self))"
    }
    #expect(
      segments == [
        ".  {", #".a "a":{"#, #".a.b "b":1"#, ".a }", ".  ,", #".c "c":["#, ".c[] 2", ".c , ", ".c[] 3", ".c ]", ". } ",
      ])
  }

  @Test(arguments: ["1", " null ", "[]", "{}", "[[[]]]", "\u{FEFF}[1]", #"{"a":1,"a":[2]}"#])
  func `segments reach from the first byte to the last`(text: String) throws {
    let outline = try outline(text)
    #expect(outline.segments.last?.end == text.utf8.count)
    #expect(zip(outline.segments, outline.segments.dropFirst()).allSatisfy { $0.end < $1.end })
    #expect(outline.parts.enumerated().allSatisfy { index, part in part.parent.map { $0 < index } ?? (index == 0) })
  }

  @Test func `what stands deeper than the limit belongs to the field there`() throws {
    let depth = 200
    let text = String(repeating: #"{"k":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    let outline = try outline(text)
    #expect(outline.parts.count == JSONDocument.outlineDepth + 1)
    #expect(outline.segments.last?.end == text.utf8.count)
  }
}
