import TarePrompts
import Testing

struct HandlebarsTests {
  @Test func `a tag with a line of its own takes the line with it`() throws {
    let document = try document("{{! note }}\nA {{{b}}}\n  {{#if c}}  \nD\n{{/if}}\n\\{{e}} {{~ f ~}} g", path: "a.hbs")
    #expect(document.messages == ["-: A {{{b}}}⏎D⏎{{e}}{{~ f ~}}g"])
    #expect(document.tiles.first == "comment {{! note }}")
    document.checkTiling()
  }

  @Test(arguments: [
    ("{{a}} {{b.c}} {{&d}} {{{e}}}", ["a", "b", "d", "e"]),
    ("{{#each xs}}{{name}} {{../y}}{{/each}}{{z}}", ["xs", "z"]),
    ("{{#if a}}{{b}}{{else}}{{c}}{{/if}}", ["a", "b", "c"]), ("{{helper d key=e 'f' 3 true}}", ["d", "e"]),
    ("{{> part f}}", ["f"]), ("{{#each xs}}{{@root.r}}{{this}}{{@index}}{{/each}}", ["xs", "r"]), ("{{@state.a}}", []),
    ("{{!-- {{no}} --}}{{yes}}", ["yes"]),
  ])
  func `names that have to be filled are known`(template: String, expected: [String]) throws {
    #expect(try document(template, path: "a.hbs").variables.map(\.name) == expected)
  }

  @Test func `partials are references`() throws {
    #expect(try document("{{> head}} {{>foot x=1}}", path: "a.mustache").references.map(\.target) == ["head", "foot"])
  }
}
