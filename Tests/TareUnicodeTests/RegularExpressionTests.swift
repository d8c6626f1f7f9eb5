import TareUnicode
import Testing

struct RegularExpressionTests {
  private func found(_ pattern: String, in text: String, limits: SearchLimits = SearchLimits()) throws -> [String] {
    let result = try RegularExpression(pattern).search(
      Array(text.utf8).span, in: [0..<text.utf8.count], limits: limits)
    #expect(result.limit == nil)
    return result.matches.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("a+", "aa b aaa", ["aa", "aaa"]), ("x*", "axxa", ["xx"]), ("\\bFoo\\b", "Foo Food", ["Foo"]),
    ("(?i)grün", "GRÜN grün", ["GRÜN", "grün"]), ("\\p{Emoji_Presentation}", "a😀b", ["😀"]),
    ("(?m)^- .*$", "- a\nb\n- c", ["- a", "- c"]), (".", "日本", ["日", "本"]), ("z", "", []),
  ])
  func `matches are places in bytes`(pattern: String, text: String, matches: [String]) throws {
    #expect(try found(pattern, in: text) == matches)
  }

  @Test func `a region is looked at as if it were all of the text`() throws {
    let text = Array("xaax".utf8)
    let expression = try RegularExpression("^a|a$|(?<=x)a")
    #expect(expression.search(text.span, in: [1..<3]).matches.map(\.range) == [1..<2, 2..<3])
    #expect(try RegularExpression("x").search(text.span, in: [1..<3, 3..<4]).matches.map(\.range) == [3..<4])
  }

  @Test func `groups are known by number and by name`() throws {
    let expression = try RegularExpression("(?<key>\\w+)=(\\d+)?")
    #expect(expression.groupCount == 2)
    #expect(expression.group(named: "key") == 1)
    #expect(expression.group(named: "kez") == nil)
    #expect(expression.search(Array("a=".utf8).span, in: [0..<2]).matches.first?.groups == [0..<2, 0..<1, nil])
  }

  @Test(arguments: ["(", "[a", "a{2,1}", "\\", "(?<n>a)(?<n>b)", "*", "(?<=a+)b", "\\p{Nothing}", "\\2(a)"])
  func `what is no expression is refused`(pattern: String) {
    #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
  }

  @Test func `an expression longer than anybody writes is refused`() {
    #expect(throws: RegularExpressionError.self) { try RegularExpression(String(repeating: "a", count: 5_000)) }
  }

  // MARK: Limits

  /// Expressions whose time grows with a power of the text, or worse: by going back, by going forth, by looking round.
  @Test(arguments: [
    "(a+)+$b", "(a|aa)+b", "(a+a+)+y", "[^z]*+z", "(?=[^z]*z)a", "(.*)*z", "(?:a?){60}a{60}z", "(a|b|ab)*c",
    "(?s).*.*.*z",
  ])
  func `no search goes on after its time`(pattern: String) throws {
    let text = Array(repeating: UInt8(ascii: "a"), count: 400_000)
    let clock = ContinuousClock()
    let limits = SearchLimits(milliseconds: 100)
    let expression = try RegularExpression(pattern)
    let time = clock.measure {
      #expect(expression.search(text.span, in: [0..<text.count], limits: limits).limit != nil)
    }
    // Far more than a tenth of a second and far less than for ever, whatever else the machine is busy with.
    #expect(time < .seconds(60))
  }

  @Test func `an attempt that needs more stack ends the search`() throws {
    let text = Array(repeating: UInt8(ascii: "a"), count: 100_000)
    let result = try RegularExpression("(?:a|b)*c").search(
      text.span, in: [0..<text.count], limits: SearchLimits(stackBytes: 100_000))
    #expect(result.limit == .stack)
  }

  @Test func `matches are given up to their limit`() throws {
    let text = Array(repeating: UInt8(ascii: "a"), count: 50)
    let result = try RegularExpression("a").search(text.span, in: [0..<50], limits: SearchLimits(matches: 9))
    #expect(result.matches.count == 9)
    #expect(result.limit == .matches)
  }

  @Test func `threads share an expression`() async throws {
    let expression = try RegularExpression("(\\w+)@(\\w+)")
    let text = Array(String(repeating: "a@b, ", count: 2_000).utf8)
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { expression.search(text.span, in: [0..<text.count]).matches.count } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 2_000, count: 8))
  }
}
