import TarePrompts
import TareText
import Testing

struct YAMLPromptTests {
  private let gitHub = """
    name: Summary
    messages:
      - role: system
        content: >-
          Be brief.
          Be "kind".
      - role: user
        content: |
          Sum up:

            {{text}}
      - role: assistant
        content: "A\\tb \\u00e9 {{! no }}x"
      - {role: user, content: 'it''s'}
    testData:
      - text: long
        expected: short
    """

  @Test func `of GitHub's file only the contents of messages are sent`() throws {
    let document = try document(gitHub, path: "a.prompt.yml")
    #expect(
      document.messages == [
        #"system: Be brief. Be "kind"."#, "user: Sum up:⏎⏎  {{text}}⏎", "assistant: A\tb é x", "user: it's",
      ])
    #expect(document.declaredVariables?.map(\.name) == ["text"])
    #expect(document.declaredVariables?.first?.sample == "long")
    #expect(document.variables.map(\.name) == ["text"])
    #expect(document.tiles.contains("variable {{text}}") && document.tiles.contains("comment {{! no }}"))
    #expect(document.tiles.contains(#"escape \t"#) && document.tiles.contains("escape ''"))
    document.checkTiling()
  }

  @Test func `a prompt that is a value is a document of its own`() throws {
    let document = try document(gitHub, path: "a.prompt.yml")
    let user = try #require(document.embedded.first { $0.role == .user })
    #expect(user.document.lines.map(\.kind) == [.prose, .blank, .prose])
    #expect(document.source.string(in: user.sourceRange(of: user.document.lines[2].range)) == "  {{text}}")
    #expect(document.lines.allSatisfy { $0.kind == .notSent })
  }

  @Test func `promptfoo's prompts are texts and files`() throws {
    let text = """
      prompts:
        - 'Translate {{ text }} to {{ language }}'
        - file://prompts/chat.json
        - raw: "Say {% if loud %}LOUD{% endif %}"
          label: loud
      tests:
        - vars: {text: Hello, language: French}
        - vars:
            text: Bye
      """
    let document = try document(text, path: "x/promptfooconfig.yaml")
    #expect(document.messages == ["-: Translate {{ text }} to {{ language }}", "-: Say LOUD"])
    #expect(document.references.map(\.target) == ["prompts/chat.json"])
    #expect(document.variables.map(\.name) == ["text", "language", "loud"])
    #expect(document.declaredVariables?.map(\.sample) == ["Hello", "French"])
    document.checkTiling()
  }

  @Test(arguments: ["messages: [", "a: 1\na: 2", "\t- x", "messages:\n- role: user\n content: x"])
  func `what is no YAML is an error with its place`(text: String) throws {
    let error = try #require(throws: PromptError.self) { try document(text, path: "a.prompt.yml") }
    #expect(error.code == .malformedFile)
    #expect(error.description.hasPrefix("a.prompt.yml:"))
  }
}
