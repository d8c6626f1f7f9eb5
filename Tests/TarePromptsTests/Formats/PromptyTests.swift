import TarePrompts
import Testing

struct PromptyTests {
  private func text(_ template: String, fence: String = "---") -> String {
    """
    \(fence)
    name: a
    template: \(template)
    model: ${file:model.json}
    inputs:
      - name: firstName
        example: Jane
      - name: question
    \(fence)
    First.
    system:
    Hello {{firstName}}

    # User [name="x"] :
    {{question}}
    """
  }

  @Test(arguments: ["---", "+++"])
  func `role lines open messages, and what stands before them is the system's`(fence: String) throws {
    let document = try document(text("jinja2", fence: fence), path: "a.prompty")
    #expect(document.messages == ["system: First.", "system: Hello {{firstName}}", "user: {{question}}"])
    #expect(document.declaredVariables?.map(\.sample) == ["Jane", nil])
    #expect(document.references.map(\.target) == ["model.json"])
    #expect(document.variables.map(\.name) == ["firstName", "question"])
    #expect(document.tiles.last == "variable {{question}}")
    document.checkTiling()
  }

  @Test func `the language is the one it names`() throws {
    #expect(try document(text("jinja2"), path: "a.prompty").language == .jinja)
    #expect(try document(text("mustache"), path: "a.prompty").language == .handlebars)
    #expect(try document(text("{format: {kind: mustache}}"), path: "a.prompty").language == .handlebars)
  }
}
