import TarePrompts
import Testing

struct SuppressionSidecarTests {
  static let texts = [
    "a", "\"quoted\"", "a: b # c", "- x", "ünï\u{A0}\u{1F642}", "tab\tand \\ back", "{{x}}", "{% y %}",
  ]

  @Test(arguments: [
    "", "ignore:\n- rules: DUP001\n", "# why\nignore:\n    - rules: [DUP001, UNI]  # both\n      reason: 'a'",
    "ignore:\n  - {rules: DUP001}\n",
  ])
  func `entries that are added are read, and those before stay as they were written`(before: String) throws {
    let old = before.isEmpty ? [] : try SuppressionSidecar(Array(before.utf8)).entries
    let added =
      Self.texts.map { SuppressionSidecar.Addition(rules: ["UNI001", "own-rule"], lines: .text($0)) }
      + [.init(rules: ["SEC001"], lines: .content("00f03b5c85b1d0a1")), .init(rules: ["BUD001"])]
    let bytes = try SuppressionSidecar.adding(added, because: "because: \"it\" is", to: Array(before.utf8))
    let new = try SuppressionSidecar(bytes).entries
    #expect(Array(new.prefix(old.count)) == old)
    #expect(new.dropFirst(old.count).map(\.text) == Self.texts + [nil, nil])
    #expect(new.dropFirst(old.count + Self.texts.count).map(\.content) == ["00f03b5c85b1d0a1", nil])
    #expect(new.dropFirst(old.count).allSatisfy { $0.reason == "because: \"it\" is" })
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(before))
  }

  @Test(arguments: ["ignore: [{rules: DUP001}]\n", "ignore: []\n", "ignored:\n", "ignore:\n\t- a\n"])
  func `what nothing can be put behind is an error, and no other file`(before: String) {
    #expect(throws: SidecarError.self) {
      try SuppressionSidecar.adding([.init(rules: ["UNI001"])], because: nil, to: Array(before.utf8))
    }
  }
}
