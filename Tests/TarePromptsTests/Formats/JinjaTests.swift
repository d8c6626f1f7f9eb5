import TarePrompts
import Testing

struct JinjaTests {
  @Test func `statements and comments are not sent, and the line endings behind them are`() throws {
    let document = try document("{# note #}\nHi {{ name }}.\n{% if a %}\nYes\n{%- endif %}", path: "a.jinja2")
    #expect(
      document.tiles == [
        "comment {# note #}", "text ⏎Hi ", "variable {{ name }}", "text .⏎", "control {% if a %}", "text ⏎Yes",
        "structure ⏎", "control {%- endif %}",
      ])
    #expect(document.messages == ["-: ⏎Hi {{ name }}.⏎⏎Yes"])
    #expect(document.lines.map(\.kind) == [.notSent, .prose, .notSent, .prose, .notSent])
  }

  @Test(arguments: [
    ("{{ a }} {{ b.c|upper }} {{ d[e] }}", ["a", "b", "d", "e"]),
    ("{% for x, y in items %}{{ x }}{{ loop.index }}{% endfor %}", ["items"]),
    ("{% set t = u ~ 'v' %}{{ t }}", ["u"]), ("{{ f(x, key=y) }}", ["x", "y"]),
    ("{% if a is defined and not b %}{% elif c in [1, 'd'] %}{% endif %}", ["a", "b", "c"]),
    ("{% macro m(p) %}{{ p }}{% endmacro %}{{ m(q) }}", ["q"]), ("{% raw %}{{ r }}{% endraw %}", []),
    ("{{ \"{{ x }}\" }}{{ none }}{{ 3e5 }}", []),
  ])
  func `names nobody binds are asked for`(template: String, expected: [String]) throws {
    #expect(try document(template, path: "a.j2").variables.map(\.name) == expected)
  }

  @Test func `files that it brings in are known`() throws {
    let document = try document("{% include 'a.j2' %}{% from \"b.j2\" import c as d %}{{ d }}", path: "a.j2")
    #expect(document.references.map(\.target) == ["a.j2", "b.j2"])
    #expect(document.variables.isEmpty)
  }

  @Test(arguments: ["{{ a", "{% if", "{# b", "{%", "{{", "{", "a }} b %} c #}", "{% raw %}{{ x }}"])
  func `marks that nothing closes are text`(template: String) throws {
    let document = try document(template, path: "a.j2")
    document.checkTiling()
    #expect(document.variables.map(\.name) == (template.contains("raw") ? ["x"] : []))
  }

  @Test func `a chat of promptflow is messages`() throws {
    let document = try document("# system:\nBe kind.\n\n# user:\n{{q}}\n", path: "chat.jinja2")
    #expect(document.messages == ["system: Be kind.", "user: {{q}}"])
    #expect(
      document.tiles == [
        "control # system:⏎", "text Be kind.", "structure ⏎⏎", "control # user:⏎", "variable {{q}}", "structure ⏎",
      ])
  }
}
