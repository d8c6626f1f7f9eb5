import TarePrompts
import Testing

struct LoadSetTests {
  private func sets(_ files: [(path: String, text: String)]) throws -> [String] {
    try LoadSet.sets(of: files.map { try document($0.text, path: $0.path) }).map { set in
      "\(set.loadClass.rawValue): \(set.members.joined(separator: " "))"
    }
  }

  @Test func `imports come with the file that names them, once, and a circle ends`() throws {
    #expect(
      try sets([("CLAUDE.md", "@docs/a.md @docs/b.md"), ("docs/a.md", "x"), ("docs/b.md", "y"), ("docs/c.md", "z")])
        == ["always: CLAUDE.md docs/a.md docs/b.md"])
    #expect(
      try sets([("CLAUDE.md", "@./CLAUDE.local.md"), ("CLAUDE.local.md", "@CLAUDE.md x")])
        == ["always: CLAUDE.md CLAUDE.local.md"])
  }

  @Test func `what is always on comes with a rule, a skill and a file further down`() throws {
    let rule = "---\nglobs: '*.ts'\n---\nx"
    #expect(
      try sets([
        ("AGENTS.md", "a"), (".cursor/rules/ts.mdc", rule), ("web/AGENTS.md", "b"),
        ("web/skills/s/SKILL.md", "c"),
        ("prompts/p.md", "d"),
      ]) == [
        "perUse: .cursor/rules/ts.mdc AGENTS.md", "always: web/AGENTS.md AGENTS.md",
        "perUse: web/skills/s/SKILL.md AGENTS.md web/AGENTS.md",
      ])
  }

  @Test func `no agent loads what is another's`() throws {
    #expect(
      try sets([("AGENTS.md", "a"), ("CLAUDE.md", "b"), (".cursorrules", "c"), ("GEMINI.md", "d")]) == [
        "always: AGENTS.md .cursorrules", "always: .cursorrules AGENTS.md",
      ])
    #expect(
      try sets([("CLAUDE.md", "@AGENTS.md"), ("AGENTS.md", "b"), (".github/copilot-instructions.md", "c")])
        == ["always: CLAUDE.md AGENTS.md", "always: .github/copilot-instructions.md AGENTS.md"])
  }

  @Test func `partials, includes and files are found by their names`() throws {
    #expect(
      try sets([
        ("p/a.prompt", "{{> style}} x"), ("p/_style.prompt", "s"), ("t/x/a.j2", "{% include 'b.j2' %}"),
        ("t/b.j2", "b"),
        ("promptfooconfig.yaml", "prompts: [file://q/c.txt, 'x {{y}}']"), ("q/c.txt", "c"),
      ]) == ["always: p/a.prompt p/_style.prompt", "always: t/x/a.j2 t/b.j2", "always: promptfooconfig.yaml q/c.txt"])
  }

  @Test func `files that nothing joins make no set`() throws {
    #expect(try sets([("a.md", "x"), ("b.md", "@a.md"), ("c.txt", "y")]) == [])
  }
}
