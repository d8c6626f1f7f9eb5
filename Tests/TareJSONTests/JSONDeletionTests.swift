import TareJSON
import TareText
import Testing

struct JSONDeletionTests {
  @Test(arguments: [
    "[1, 2 ,3 , [4]]", #"{"a":1, "b" : [2] ,"c":{"d":3} ,"e":4}"#, "[ 1 ]", #"{ "a":1 }"#, "[]", "{}",
  ])
  func `whatever is taken away, the rest is JSON with the values that were left, in order`(json: String) throws {
    let bytes = Array(json.utf8)
    let root = try JSONDocument(parsing: bytes).root
    let values = root.kind == .array ? root.elements : root.members.map(\.value)
    for selection in 0..<(1 << values.count) {
      let gone = values.indices.filter { selection >> $0 & 1 == 1 }
      var written = bytes
      for range in root.deletionRanges(of: gone.reversed()).reversed() {
        written.removeSubrange(range.start..<range.end)
      }
      let left = try JSONDocument(parsing: written).root
      let kept = values.indices.filter { !gone.contains($0) }.map { Array(values[$0].rawBytes) }
      #expect((left.kind == .array ? left.elements : left.members.map(\.value)).map { Array($0.rawBytes) } == kept)
    }
  }

  @Test(arguments: [
    (#"["a",{"b":"c","d":["e",{"f":"g"}],"h":1},null,"i"]"#, ["a", "c", "e", "g", "i"]), (#""a""#, ["a"]), ("1", []),
    (#"{"a":{},"b":[],"c":"d"}"#, ["d"]), ("[]", []), (#"{"a":{"b":{"c":"d"}},"e":"f"}"#, ["d", "f"]),
  ])
  func `the strings of a value are those that are no names`(json: String, strings: [String]) throws {
    #expect(try JSONDocument(parsing: Array(json.utf8)).root.strings.map(\.string) == strings)
  }

  @Test func `strings inside are those inside, also of a value in the middle`() throws {
    let root = try JSONDocument(parsing: Array(#"{"a":["b",{"c":"d"}],"e":"f"}"#.utf8)).root
    #expect(root["a"]?.strings.map(\.string) == ["b", "d"])
  }
}
