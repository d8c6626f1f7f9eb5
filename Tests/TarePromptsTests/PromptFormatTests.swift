import TarePrompts
import Testing

struct PromptFormatTests {
  @Test(arguments: [
    ("prompts/a.md", PromptFormat.markdown), ("a.markdown", .markdown), ("a.txt", .text), ("x/SKILL.md", .skill),
    ("CLAUDE.md", .agentInstructions), ("agents.md", .agentInstructions), (".cursorrules", .agentInstructions),
    ("a.mdc", .cursorRule), ("a.instructions.md", .instructions), ("a.prompt.md", .promptFile), ("a.agent.md", .agent),
    (".cursor/commands/a.md", .promptFile), (".roo/rules/a.md", .agentInstructions),
    (".roo/commands/a.md", .promptFile), (".junie/guidelines.md", .agentInstructions),
    (".kiro/steering/a.md", .instructions), ("a/QWEN.md", .agentInstructions),
  ])
  func `the name decides`(path: String, expected: PromptFormat) {
    #expect(PromptFormat(path: path) == expected)
  }

  @Test(arguments: ["a.swift", "a.json", "Makefile", "md", "a.md.bak", ".md"])
  func `other names are no prompts unless they are named by hand`(path: String) {
    #expect(PromptFormat(path: path) == nil)
    #expect(PromptFormat(ofNamedFile: path) == (path.hasSuffix(".json") ? .payload : .text))
  }
}
