import TareAudit
import TareText
import TestMaterial
import Testing

@testable import TareConfiguration

/// The settings in `yaml`, as if they stood in `/project/tare.yaml`.
func layer(_ yaml: String, name: String = "tare.yaml") throws(ConfigurationError) -> ConfigurationLayer {
  try ConfigurationLayer(yaml: Array(yaml.utf8), name: name, folder: LexicalPath("/project"))
}

/// What holds for `path` below `/project`.
func settings(_ yaml: String..., for path: String = "a.md") throws -> FileSettings {
  try Configuration(yaml.map { try layer($0) }).settings(for: LexicalPath(path, in: LexicalPath("/project")))
}

/// What is wrong with `yaml`.
func mistake(in yaml: String) -> String? {
  do throws(ConfigurationError) {
    _ = try Configuration([try layer(yaml)])
    return nil
  } catch {
    return error.description
  }
}

struct ConfigurationLayerTests {
  @Test func `every setting reaches the file it is for`() throws {
    let found = try settings(
      """
      model: gpt-5.4
      encodings: [o200k_base, cl100k_base]
      max-tokens: 4_000
      max-growth: 10%
      traffic: {"prompts/**": 50000, "*.md": 7}
      budgets:
        - {section: Examples, max-tokens: 600}
        - {load-set: a.md, max-growth: 5}
      """)
    #expect(found.model?.value == "gpt-5.4")
    #expect(found.encodings?.map(\.value) == ["o200k_base", "cl100k_base"])
    #expect(found.limits == TokenLimits(maxTokens: 4_000, maxGrowth: .percent(10)))
    #expect(found.requestsPerMonth == 7)
    #expect(found.sectionBudgets == [SectionBudget(title: "Examples", limits: TokenLimits(maxTokens: 600))])
    #expect(found.loadSetLimits == TokenLimits(maxGrowth: .tokens(5)))
  }

  @Test(arguments: [
    ("selct: [DUP]", "tare.yaml:1:1: unknown key \"selct\"; did you mean \"select\"?"),
    ("select: [padded-tabel]", "tare.yaml:1:10: unknown rule \"padded-tabel\"; did you mean \"padded-table\"?"),
    ("max-tokens: many", "tare.yaml:1:13: max-tokens takes a whole number from 0, and here is \"many\""),
    ("max-tokens:", "tare.yaml:1:12: max-tokens takes a whole number from 0, and here is nothing"),
    ("max_tokens: -1", "tare.yaml:1:13: max_tokens takes a whole number from 0, and here is \"-1\""),
    (
      "max-growth: 10 %",
      "tare.yaml:1:13: max-growth takes a number of tokens or a share such as 10%, and here is \"10 %\""
    ),
    ("max-tokens: 1\nmax_tokens: 2", "tare.yaml:2:1: the key \"max_tokens\" stands twice, in two spellings"),
    ("model: 1\nmodel: 2", "tare.yaml:1:1: has the key \"model\" twice"),
    ("- model", "tare.yaml:1:1: tare.yaml takes a mapping, and here is a list"),
    ("model: [a]", "tare.yaml:1:8: model takes a text, and here is a list"),
    ("select: {a: b}", "tare.yaml:1:9: select takes a text or a list of texts, and here is a mapping"),
    ("select: [[DUP]]", "tare.yaml:1:10: select takes a list of texts, and here is a list"),
    ("respect-gitignore: yes", "tare.yaml:1:20: respect-gitignore takes true or false, and here is \"yes\""),
    ("severity: {DUP: fatal}", "tare.yaml:1:17: DUP has no \"fatal\"; there are info, warning, error"),
    ("severity: {DUP: warn}", "tare.yaml:1:17: DUP has no \"warn\"; did you mean \"warning\"?"),
    ("overrides: [{model: a}]", "tare.yaml:1:13: files is missing: The files that it holds for, as patterns."),
    ("overrides: [{files: a, exclude: b}]", "tare.yaml:1:24: unknown key \"exclude\" in overrides; there are "),
    ("overrides: [{files: a, kind: markdwn}]", "tare.yaml:1:30: kind has no \"markdwn\"; did you mean \"markdown\"?"),
    (
      "waivers: [{path: a, rule: BUD002, reason: b, expires: soon}]",
      "tare.yaml:1:55: expires takes a day such as 2026-12-31, and here is \"soon\""
    ),
    (
      "waivers: [{path: a, rule: BUD002, reason: b, expires: 2026-02-30}]",
      "tare.yaml:1:55: expires takes a day such as 2026-12-31, and here is \"2026-02-30\""
    ),
    ("budgets: [{files: a}]", "tare.yaml:1:11: a budget has max-tokens, max-growth or both"),
    (
      "budgets: [{load-set: a, section: b, max-tokens: 1}]",
      "tare.yaml:1:11: a budget with load-set names its files there, and has no sections"
    ),
    ("a: b: c", "tare.yaml:1:1: mapping values are not allowed in this context"),
    ("a: *b", "tare.yaml:1:1: found undefined alias"),
    ("<<: {model: a}", "tare.yaml:1:1: unknown key \"<<\"; there are "),
  ])
  func `a mistake is named with its place`(yaml: String, message: String) {
    let found = mistake(in: yaml)
    #expect(found == message || message.hasSuffix(" ") && found?.hasPrefix(message) == true, "\(found ?? "nothing")")
  }

  @Test(arguments: ["", "# nothing\n", "\u{FEFF}", "{}"])
  func `a file in which nothing is set changes nothing`(yaml: String) throws {
    #expect(try settings(yaml) == FileSettings())
  }

  @Test func `a byte order mark and CRLF are no settings`() throws {
    #expect(try settings("\u{FEFF}model: a\r\nmax-tokens: 5\r\n").limits.maxTokens == 5)
    #expect(mistake(in: "\u{FEFF}model: a\r\nmx: 5\r\n")?.hasPrefix("tare.yaml:2:1: ") == true)
  }

  // MARK: What strangers write

  @Test func `aliases that stand for billions of values are refused`() {
    var yaml = "select: &l0 [DUP]\n"
    for level in 1...30 {
      yaml += "x\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(mistake(in: yaml) == "tare.yaml: has more than 100,000 values, with its aliases written out")
  }

  @Test func `a list that every override shares is refused`() {
    let words = Array(repeating: "DUP", count: 1_000).joined(separator: ", ")
    let overrides = String(repeating: "  - {files: b, select: *a}\n", count: 1_000)
    #expect(mistake(in: "select: &a [\(words)]\noverrides:\n\(overrides)")?.contains("100,000 values") == true)
  }

  @Test func `a file of ten megabytes is refused`() {
    let yaml = String(repeating: "# a comment of some length, over and over again\n", count: 220_000)
    #expect(mistake(in: yaml) == "tare.yaml: has 10,560,000 bytes, and settings have at most 1,048,576")
  }

  @Test func `nesting without end is refused`() {
    #expect(mistake(in: String(repeating: "[", count: 50_000)) != nil)
    #expect(mistake(in: "select: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)) != nil)
  }

  @Test(arguments: 0..<8)
  func `whatever stands in a file, it is read or has one mistake with a place`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "!!str ", "\"", "'", "\n", "\t", "~", "|", "1e9", "\u{FEFF}", "é",
    ]
    for block in ConfigurationPageTests.blocks {
      for _ in 0..<40 {
        var yaml = Array(block.utf8)
        for _ in 0...generator.below(3) {
          let place = generator.below(yaml.count)
          let piece = Array(pieces[generator.below(pieces.count)].utf8)
          yaml.replaceSubrange(place..<min(yaml.count, place + generator.below(4)), with: piece)
        }
        do throws(ConfigurationError) {
          let layer = try ConfigurationLayer(yaml: yaml, name: "tare.yaml", folder: LexicalPath("/project"))
          _ = try Configuration([layer]).settings(for: LexicalPath("/project/a.md"))
        } catch {
          #expect(error.description.hasPrefix("tare.yaml"))
          #expect(!error.reason.contains("\n") || error.reason.contains("\""), "\(error)")
        }
      }
    }
  }

  @Test func `bytes that are no text are refused`() throws {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationLayer(yaml: [0x6D, 0xFF], name: "tare.yaml", folder: LexicalPath("/"))
    }
    #expect(error?.description == "tare.yaml: not UTF-8: byte 0xFF at offset 1")
  }
}
