import Testing

@testable import TareEncodings

struct VocabularyFileTests {
  @Test(arguments: [
    ("{", "is no JSON: line 1, column 2: found the end of the text, expected a member name in double quotes"),
    ("{}", "has no \"model\""),
    ("", "a rank file holds no pattern: --pattern gives the name of an encoding or the expression"),
  ])
  func `a file that is no vocabulary is refused with what is missing`(text: String, reason: String) {
    let error = #expect(throws: VocabularyError.self) { try VocabularyFile(Array(text.utf8)) }
    #expect(error?.description == reason)
  }
}
