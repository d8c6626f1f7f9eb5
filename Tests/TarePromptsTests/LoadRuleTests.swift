import TarePrompts
import Testing

struct LoadRuleTests {
  @Test(arguments: [
    ("a.mdc", "globs: **/*.{ts,tsx}, src/*.js", LoadClass.perUse, ["**/*.{ts,tsx}", "src/*.js"]),
    ("a.mdc", "globs:\n  - \"*.ts\"\n  - \"*.js\"", .perUse, ["*.ts", "*.js"]),
    ("a.mdc", "alwaysApply: true", .always, []), ("a.instructions.md", "applyTo: '**'", .always, ["**"]),
    ("a.instructions.md", "applyTo: '*.py'", .perUse, ["*.py"]), ("a.instructions.md", "x: y", .perUse, []),
    (".claude/rules/a.md", "paths:\n  - src/**", .perUse, ["src/**"]), (".claude/rules/a.md", "x: y", .always, []),
    (".windsurf/rules/a.md", "trigger: always_on", .always, []),
    (".windsurf/rules/a.md", "trigger: glob\nglobs: *.go", .perUse, ["*.go"]),
    (".kiro/steering/a.md", "x: y", .always, []), (".kiro/steering/a.md", "inclusion: manual", .perUse, []),
    (
      ".kiro/steering/a.md", "inclusion: fileMatch\nfileMatchPattern: \"src/**/*.ts\"", .perUse, ["src/**/*.ts"]
    ),
  ])
  func `front matter says when a file is loaded`(
    path: String, line: String, loadClass: LoadClass, patterns: [String]
  ) throws {
    let rule = try document("---\n\(line)\n---\nBody", path: path).loadRule
    #expect(rule.loadClass == loadClass)
    #expect(rule.patterns == patterns)
  }

  @Test func `imports of Claude are known, and mentions and code are none`() throws {
    let text = "@README.md, see @docs/style.md.\n`@no/code.md` me@x.org @somebody\n```\n@no/fence.md\n```\n"
    #expect(try document(text, path: "CLAUDE.md").references.map(\.target) == ["README.md", "docs/style.md"])
    #expect(try document(text, path: "AGENTS.md").references.isEmpty)
  }
}
