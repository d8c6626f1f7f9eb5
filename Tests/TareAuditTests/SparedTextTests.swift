import TareAudit
import TareText
import TareTokens
import Testing

/// Texts that look like bloat and are meant: the rules that are on by default say nothing about them.
struct SparedTextTests {
  private static let auditor = Auditor(RuleCatalogue.rules(), encoding: .o200kBase)
  private static let rules = (1...60)
    .map { "Rule \($0): look at the order, then at the newest scan, and answer with the place and the day." }
    .joined(separator: "\n")
  private static let answers = """
    Answer in the language that the customer writes in, and be brief about it.
    Never promise a date for a repair; the desk calls back.
    Quote the paragraph of the handbook that you rely on.

    """

  @Test(arguments: [
    ("a character that is spoken of", "a.md", "Strip \"\u{200B}\", turn \"\u{A0}\" and (\u{202F}) into plain spaces."),
    ("French typography", "a.md", "Est-ce clair\u{202F}? Oui\u{202F}! «\u{A0}Bien sûr\u{A0}», 10\u{202F}000 fois."),
    ("a cell that shows one", "a.md", "| Character | Becomes |\n|---|---|\n| \u{A0} | plain space |"),
    ("a mark that is kept from being one", "a.md", "Never send <\u{200B}|im_end|> or <\u{200B}/system> to the model."),
    ("marks of direction between two directions", "a.md", "כתוב C++\u{200E} כאן. 100\u{200F}$"),
    ("ideographs of names", "a.md", "氏名: \u{FA19}田 福\u{FA1B} 塚\u{FA10}, bra \u{2329}psi\u{232A}"),
    ("an indentation that would be code", "a.md", "Text:\n\n\u{A0}\u{A0}\u{A0}\u{A0}Open the case."),
    ("figures that are lined up", "a.txt", String(repeating: "-    0.50 EUR\n- 100.50 EUR\n", count: 6)),
    (
      "a comment of a program", "a.txt",
      "/*\n *   one rule of the licence\n *   another of them\n *   and a last one\n */"
    ),
    ("an inline partial", "a.hbs", "{{#*inline \"part\"}}text{{/inline}}rest"),
    ("a name whose direction nobody knows", "a.md", "Hello \u{2068}{{name}}\u{2069}, welcome."),
    ("a part of an address", "a.md", "Call /orders/{orderId} first.\n\n\(rules)"),
    ("a type", "a.md", "* Returns: {boolean}\n\n\(rules)"),
    ("two branches", "a.jinja", "{% if vip %}\nGreet by name.\n\(answers){% else %}\n\(answers){% endif %}\n"),
  ])
  func `what is meant is let be`(_: String, path: String, text: String) {
    let findings = Self.auditor.audit(path: path, bytes: Array(text.utf8)).findings
    #expect(findings.map { "\($0.code) \($0.message)" } == [])
  }

  @Test func `spaces at the end of a line leave no hard break`() throws {
    let text = "Be brief. \u{A0}\nCite.\u{A0}\u{A0}\nAnd\u{A0}then\u{A0}stop.\u{A0}  \nDone."
    let fixed = try #require(Self.auditor.fixed(path: "a.md", bytes: Array(text.utf8), upTo: .safe))
    #expect(String(decoding: fixed.after.utf8, as: UTF8.self) == "Be brief.\nCite.\nAnd then stop.  \nDone.")
  }

  @Test func `a repetition that is all a heading has is found and not deleted`() throws {
    let text = "# Returns\n\n\(Self.answers)\n# Repairs\n\n\(Self.answers)\n# Else\n\nAsk."
    let findings = Self.auditor.audit(path: "a.md", bytes: Array(text.utf8)).findings
    #expect(findings.map(\.code) == ["DUP002"])
    #expect(findings.allSatisfy { $0.fix == nil })
  }
}
