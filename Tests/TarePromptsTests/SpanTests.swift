import TarePrompts
import TareText
import TestMaterial
import Testing

struct SpanTests {
  /// A name for each format, and text that each can make something of.
  static let paths = [
    "a.md", "a.txt", "CLAUDE.md", "a.mdc", "SKILL.md", "a.prompt", "a.prompty", "a.prompt.yml", "promptfooconfig.yaml",
    "a.j2", "a.hbs", "a.json", "a.jsonl",
  ]

  private static let pieces = [
    "---\n", "+++\n", "name: a\n", "messages:\n", "- role: user\n", "  content: |\n", "    text\n", "  content: \"a\\n",
    "b\"\n", "prompts:\n", "  - 'x''y'\n", "  - >\n", "   folded\n   text\n", "{{x}}", "{{#if a}}", "{{/if}}",
    "{{! c }}\n",
    "{{role \"user\"}}", "{% if a %}\n", "{%- endif -%}", "{# c #}", "{% raw %}", "{% endraw %}", "system:\n",
    "# user:\n",
    "{\"messages\": [", "{\"role\": \"user\", \"content\": \"a\\u00e9\\n\"}", "]}", "\n", " ", "text", "é", "{", "}",
    "\"",
    "'", "\\", "\r\n", "@a/b.md ", "`c`", "```\n", "\u{FEFF}", "\u{2028}", "\t", "&a ", "*a ", "- ",
  ]

  static let texts: [String] = {
    var generator = SeededGenerator(seed: 7)
    return (0..<400).map { _ in
      (0..<(1 + generator.below(20))).map { _ in pieces[generator.below(pieces.count)] }.joined()
    }
  }()

  @Test(arguments: paths)
  func `spans cover a file from its first byte to its last`(path: String) throws {
    for text in Self.texts {
      do throws(PromptError) {
        let document = try PromptDocument(parsing: PromptFile(path: path, source: SourceText(text)))
        document.checkTiling("\(path): \(text.debugDescription)")
        for prompt in document.embedded { prompt.document.checkTiling("\(path): \(text.debugDescription)") }
      } catch {
        // What breaks the rules of its format says where.
        #expect(SourceText(text).range.contains(error.range), "\(path): \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("a.prompt.yml", "messages:\n- role: user\n  content: \"«\"\n- role: user\n  content: |\n    «\n"),
    ("a.json", "[{\"role\": \"user\", \"content\": \"«\"}, {\"role\": \"user\", \"content\": \"«\"}]"),
  ])
  func `what is changed in one text leaves the others as they were`(path: String, frame: String) throws {
    for word in ["kind", "é", "\\\\", "a b"] {
      let before = try document(frame.replacing("«", with: "Be \(word) now."), path: path)
      let place = try #require(before.embedded.first).decoded
      let start = 3
      let end = place.utf8.count - 5
      let range = place.sourceRange(of: SourceRange(start, end))
      let edited = try before.source.applying([Edit.replace(range, with: "curt")])
      let after = try before.replacing(edited)
      #expect(after.messages.first == "user: Be curt now.", "\(path) \(word)")
      #expect(after.messages.last == before.messages.last)
    }
  }
}
