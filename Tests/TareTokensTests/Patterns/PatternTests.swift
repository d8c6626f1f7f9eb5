import Testing

@testable import TareTokens

/// The ends of all pieces of a text.
private func pieceEnds(_ text: String, _ splitter: some PreTokenizer) -> [Int] { pieceEnds(Array(text.utf8), splitter) }

private func pieceEnds(_ bytes: [UInt8], _ splitter: some PreTokenizer) -> [Int] {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    var nothing: UInt8 = 0
    return unsafe withUnsafePointer(to: &nothing) { empty in
      let cursor = unsafe TextCursor(buffer, empty: empty)
      var ends: [Int] = []
      while (ends.last ?? 0) < cursor.end { ends.append(splitter.pieceEnd(cursor, ends.last ?? 0)) }
      return ends
    }
  }
}

private func table(_ pattern: String, _ dialect: PatternDialect = .fancyRegex) throws -> PatternTable {
  try PatternTable(PatternParser.parse(pattern, dialect))
}

private func pieces(_ text: String, _ pattern: String, _ dialect: PatternDialect = .fancyRegex) throws -> [String] {
  let ends = pieceEnds(text, SplitPreTokenizer([try table(pattern, dialect)]))
  return zip([0] + ends, ends).map { String(decoding: Array(text.utf8)[$0..<$1], as: UTF8.self) }
}

struct PatternTests {
  @Test(arguments: PublishedPattern.allCases)
  func `a published pattern read at run time splits as its scanner does`(published: PublishedPattern) throws {
    let table = try published.table()
    var random = RandomText(seed: 31)
    for _ in 0..<1_500 {
      let text = random.text(parts: 40)
      let wanted =
        switch published {
        case .o200k: pieceEnds(text, O200kPreTokenizer())
        case .cl100k: pieceEnds(text, Cl100kPreTokenizer())
        case .gpt2: pieceEnds(text, GPT2PreTokenizer())
        }
      #expect(pieceEnds(text, SplitPreTokenizer([table])) == wanted, "\(text.debugDescription)")
    }
  }

  @Test func `two spellings of one pattern are the same, and another is not`() throws {
    let old = #"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#
    #expect(try table(old).matchesAs(PublishedPattern.gpt2.table()))
    #expect(try table(old, .oniguruma).matchesAs(PublishedPattern.gpt2.table()))
    let withoutTwo = #"'s|'t|'re|'ve|'m|'ll| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#
    #expect(try !table(withoutTwo).matchesAs(PublishedPattern.gpt2.table()))
    #expect(try !PublishedPattern.cl100k.table().matchesAs(PublishedPattern.o200k.table()))
  }

  @Test func `a plus behind an interval repeats it in one engine and keeps what it took in the other`() throws {
    let pattern = #"\p{N}{1,3}+|\D"#
    #expect(try pieces("1234567", pattern, .fancyRegex) == ["123", "456", "7"])
    #expect(try pieces("1234567", pattern, .oniguruma) == ["1234567"])
  }

  @Test func `a possessive quantifier gives nothing back`() throws {
    #expect(try pieces("aaab", "a++ab|a|b") == ["a", "a", "a", "b"])
    #expect(try pieces("aaab", "a+ab|a|b") == ["aaab"])
    #expect(try pieces("aaaab", "a{1,2}+b|a|b", .fancyRegex) == ["a", "a", "aab"])
  }

  @Test func `the first alternative wins, and a lazy quantifier takes little`() throws {
    #expect(try pieces("abab", "a|ab|b") == ["a", "b", "a", "b"])
    #expect(try pieces("aab", "a+?|b") == ["a", "a", "b"])
    #expect(try pieces("aab", "a+?b|a") == ["aab"])
  }

  @Test func `the end of a line is an end in Oniguruma alone`() throws {
    #expect(try pieces("a \nb", #" $|\S|\s+"#, .oniguruma) == ["a", " ", "\n", "b"])
    #expect(try pieces("a \nb", #" $|\S|\s+"#, .fancyRegex) == ["a", " \n", "b"])
  }

  @Test func `a class may have classes in it, and of two joined by && what both have`() throws {
    #expect(try pieces("abc中文か", #"[\p{L}&&[^\p{Han}]]+"#) == ["abc", "中文", "か"])
    #expect(try pieces("abcdef", "[a[b-c]&&[^b]]+") == ["a", "b", "c", "def"])
    #expect(try pieces("abcd", "[^a-c&&b-d]+") == ["a", "bc", "d"])
    #expect(try pieces("〇々カ", #"\p{Han}+"#) == ["〇々", "カ"])
  }

  @Test func `what a pattern leaves between its matches is a piece`() throws {
    #expect(try pieces("ab12cd3", #"\p{N}{1,3}"#) == ["ab", "12", "cd", "3"])
  }

  @Test func `patterns one after the other split what the ones before left whole`() throws {
    let steps = [try table(#"\p{N}{1,3}"#), try table("[一-龥]+"), try table(#"\s?\p{L}+|\s"#)]
    let text = "ab 中文x12345 y"
    let ends = pieceEnds(text, SplitPreTokenizer(steps))
    let found = zip([0] + ends, ends).map { String(decoding: Array(text.utf8)[$0..<$1], as: UTF8.self) }
    #expect(found == ["ab", " ", "中文", "x", "123", "45", " y"])
  }

  @Test(arguments: [
    ("^a", "^ is not understood here"), ("(?<=a)b", "this kind of group is not understood"),
    ("[a", "the class has no end"), ("[]", "the class is empty"), ("(a", "the group has no end"),
    ("a)", "a group ends that was not begun"), (#"\p{Thai}"#, "Thai is not the name of a general category, or Han"),
    (#"\b"#, "this escape is not understood"), ("[[:alpha:]]", "the name of a class within a class is not understood"),
    ("[a&&]", "a side of && is empty"), ("[a--b]", "-- within a class is not understood"),
    (String(repeating: "[", count: 50), "groups and classes are nested deeper than 32"),
    ("(?!ab)c", "looks ahead at more than one character"),
    ("(ab)++", "a group is repeated possessively"), ("a{9999}", "the interval is not {m}, {m,} or {m,n} up to 256"),
    ("a*", "it can match nothing, which leaves the pieces open"), ("*a", "* is not understood here"),
    ("(?i:é)", "what case folding makes of it is not known"), ("\\", "nothing follows the backslash"),
    ("[z-a]", "the range does not go from one character to a later one"),
    (String(repeating: "(", count: 50), "groups and classes are nested deeper than 32"),
  ])
  func `what is not understood is named`(pattern: String, reason: String) {
    let error = #expect(throws: PatternError.self) { try table(pattern) }
    #expect(error?.reason == reason)
  }

  @Test func `a pattern that looks far ahead in vain does so once`() throws {
    // Each a begins a scan to the end of the run for a b that never comes.
    let pattern = try table("a*b|a")
    let work = { (count: Int) -> Int in
      let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
      var scanner = PatternScanner(pattern)
      unsafe bytes.withUnsafeBufferPointer { buffer in
        var nothing: UInt8 = 0
        unsafe withUnsafePointer(to: &nothing) { empty in
          let cursor = unsafe TextCursor(buffer, empty: empty)
          for start in 0..<count { #expect(scanner.matchEnd(cursor, start, count) == start + 1) }
        }
      }
      return scanner.scalarsRead
    }
    #expect(work(20_000) <= 11 * work(2_000))
  }

  @Test func `bytes that are not UTF-8 are pieces like any other`() throws {
    let splitter = [try PublishedPattern.cl100k.table()]
    var random = RandomText(seed: 33)
    for _ in 0..<500 {
      let bytes = random.bytes(count: 1 + random.next(40))
      #expect(pieceEnds(bytes, SplitPreTokenizer(splitter)) == pieceEnds(bytes, Cl100kPreTokenizer()))
    }
  }
}
