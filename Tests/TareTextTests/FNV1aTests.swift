import TareText
import Testing

struct FNV1aTests {
  /// From the test vectors of draft-eastlake-fnv.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func `a hash is that of the published vectors`(text: String, digits: String) {
    #expect(hash([text]).description == digits)
  }

  @Test func `it does not matter how the bytes are cut`() {
    #expect(hash(["foo", "", "bar"]) == hash(["foobar"]))
  }

  @Test func `a small value is shown with all of its digits`() throws {
    let small = try #require(
      (0...UInt8.max).flatMap { first in
        (0...UInt8.max).map { second in
          var hash = FNV1a()
          hash.combine(first)
          hash.combine(second)
          return hash
        }
      }.min { $0.value < $1.value })
    #expect(small.value < 1 << 60)
    #expect(small.description.utf8.count == FNV1a.digits)
  }

  private func hash(_ texts: [String]) -> FNV1a {
    var hash = FNV1a()
    for text in texts { hash.combine(Array(text.utf8).span) }
    return hash
  }
}
