import TarePrompts
import Testing

struct DotpromptTests {
  private let text = """
    # Copyright 2025
    # SPDX: Apache-2.0

    ---
    model: x
    description: Sums up.
    input:
      schema:
        text: string
        tone?(enum, how it sounds): [kind, curt]
      default:
        tone: kind
    ---
    {{role "system"}}
    Be {{tone}}.
    {{role "user"}}
    {{text}}
    """

  @Test func `comments in front, front matter and roles are told from what is sent`() throws {
    let document = try document(text, path: "a.prompt")
    #expect(document.messages == ["system: ⏎Be {{tone}}.⏎", "user: ⏎{{text}}"])
    #expect(document.frontMatter?["model"] == "x")
    #expect(
      document.tiles.dropFirst() == [
        "control {{role \"system\"}}", "text ⏎Be ", "variable {{tone}}", "text .⏎", "control {{role \"user\"}}",
        "text ⏎",
        "variable {{text}}",
      ])
    #expect(document.declaredVariables?.map(\.name) == ["text", "tone"])
    #expect(document.declaredVariables?.map(\.sample) == [nil, "kind"])
    #expect(document.placeholders.filter { !$0.isControl }.map(\.name) == ["tone", "text"])
  }

  @Test func `a file without front matter is a template`() throws {
    #expect(try document("Hi {{name}}", path: "a.prompt").messages == ["-: Hi {{name}}"])
  }
}
