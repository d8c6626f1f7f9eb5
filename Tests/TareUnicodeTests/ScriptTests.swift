import Testing

import TareUnicode

struct ScriptTests {
  @Test func `letters know their script`() {
    let expected: [(Unicode.Scalar, Script)] = [
      ("a", .latin), ("é", .latin), ("ж", .cyrillic), ("α", .greek), ("א", .hebrew), ("ع", .arabic), ("ह", .devanagari),
      ("ก", .thai), ("漢", .han), ("か", .hiragana), ("カ", .katakana), ("가", .hangul), ("1", .common), (" ", .common),
      ("\u{301}", .inherited), ("\u{10FFFF}", .unknown),
    ]
    for (scalar, script) in expected { #expect(Script(of: scalar) == script, "\(scalar)") }
  }

  @Test func `a script is shown by its ISO 15924 code`() {
    #expect(Script(of: "ლ").code == "Geor")
  }
}
