import TareUnicode
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("👩‍💻", 2), ("🇩🇪", 2),
    ("❤", 1),
    ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("…", 1), ("\u{3000}", 2), ("العربية", 7), ("क्षि", 1), ("\u{301}", 0),
    ("\u{200D}", 0), ("👍🏽", 2),
  ])
  func `characters take the columns that terminals give them`(text: String, width: Int) {
    #expect(text.displayWidth == width, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }

  @Test func `a text is as wide as its characters`() {
    let text = "日本語 e\u{301} 👩‍💻 abc العربية"
    #expect(text.displayWidth == text.reduce(0) { $0 + String($1).displayWidth })
  }
}
