import TarePrompts
import TareText
import Testing

struct PlaceholderTests {
  private func found(_ prompt: String, path: String = "a.txt") throws -> [String] {
    let document = try document(prompt, path: path)
    return document.placeholders.map { document.source.string(in: $0.range) }
  }

  @Test(arguments: [
    ("Hi {name}, {{ city }}, ${input:x} and <<topic>>.", ["{name}", "{{ city }}", "${input:x}", "<<topic>>"]),
    ("{{{raw}}} {{#if a}}b{{/if}}", ["{{{raw}}}", "{{#if a}}", "{{/if}}"]),
    ("{{x}}{y}", ["{{x}}"]), ("{x} {y}", ["{x}", "{y}"]),
  ])
  func `each notation is found`(prompt: String, expected: [String]) throws {
    #expect(try found(prompt) == expected)
  }

  @Test(arguments: [
    #"{"a": 1}"#, "{}", "{ x }", "{1}", "f{n}", #"\frac{a}{b}"#, "{a b}", "{{never closed", "{{over\nlines}}",
    "a << b >> c",
    "$x", "{#anchor}",
  ])
  func `braces that are something else are left alone`(prompt: String) throws {
    #expect(try found(prompt) == [])
  }

  @Test func `files that agents read have none`() throws {
    #expect(try found("Name branches {ticket}.", path: "AGENTS.md") == [])
  }

  @Test func `code and control are known`() throws {
    let placeholders = try document("`{a}` {{#if b}} {{b}}", path: "a.md").placeholders
    #expect(placeholders.map(\.isInCode) == [true, false, false])
    #expect(placeholders.map(\.isControl) == [false, true, false])
    #expect(placeholders.map(\.name) == ["a", "#if b", "b"])
  }
}
