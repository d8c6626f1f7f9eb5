import TarePrompts
import TareText
import Testing

struct LiteralTests {
  private func messages(_ program: String, _ format: PromptFormat) throws -> [String] {
    let file = PromptFile(path: "a", source: SourceText(program))
    let document = try PromptDocument(parsing: file, as: format)
    document.checkTiling()
    return document.messages
  }

  @Test(arguments: [
    ("PROMPT = \"Be \\\"kind\\\".\\n\"", ["Be \"kind\".⏎"]), ("x = 'no'\nsystem_prompt: str = 'yes'", ["yes"]),
    ("prompt = (\n  \"a \"  # first\n  'b'\n)\n", ["a b"]),
    ("llm(prompt=f\"Hi {name}, {{x}}\", n='no')", ["Hi {name}, {x}"]),
    ("m = [{\"role\": \"system\", \"content\": \"S\"}]", ["S"]), ("prompt = r'\\d' 'x\\x41\\u00e9\\q'", ["\\dxAé\\q"]),
    ("prompt = textwrap.dedent('''\n    One\n      two\n\n    three\n    ''')", ["⏎One⏎  two⏎⏎three⏎"]),
    ("# tare: prompt\nx = '''a'''\ny = 'b'", ["a"]), ("if prompt == 'no':\n  pass", []), ("prompt = b'bytes'", []),
    ("prompt = load('file.txt')", []), ("prompt = 'never closed\nx = 1", []), ("'''prompt", []),
    ("self.prompt = 'p'", ["p"]),
    ("instructions = \"\"\"\\\nA\n\"\"\"", ["A⏎"]),
    ("def build_prompt(x: str) -> str:\n  'What it does.'\n  y = 'no'\n  return f\"\"\"Hi {x}.\"\"\"\n", ["Hi {x}."]),
    ("def path(x):\n  return f'{x}.json'\n", []), ("def system_prompt():\n  return (\n    'a '\n    'b'\n  )", ["a b"]),
    ("def task(x):\n  return f\"\"\"\\\nYou are kind to {x}.\"\"\"\n  z = 'You are'", ["You are kind to {x}."]),
    ("def prompt():\n  return load('file.txt')", []), ("def f():\n  return\nx = 'You are no prompt'", []),
  ])
  func `Python's literals are prompts where a name or a comment says so`(program: String, expected: [String]) throws {
    #expect(try messages(program, .pythonLiterals) == expected.map { "-: " + $0 })
  }

  @Test(arguments: [
    ("const prompt = `Hi ${user.name ?? `you`}!\\n`;", ["Hi ${user.name ?? `you`}!⏎"]),
    ("const PROMPT: string = 'a' +\n  \"b\";", ["ab"]), ("call({ system: 'S', role: \"user\" })", ["S"]),
    ("const re = /['\"`]/; let prompt = 'p'", ["p"]), ("prompt = '\\u{1F600}\\ud83d\\ude00\\x41\\z'", ["😀😀Az"]),
    ("// tare: prompt\nexport const x = `a`;", ["a"]), ("const f = (prompt) => 'no';", []), ("prompt === 'no'", []),
    ("const prompt = `never", []), ("/* prompt = 'no' */ x = 1", []),
    ("function userPrompt(x) { return `Hi ${x}`; }", ["Hi ${x}"]), ("function name() { return 'no'; }", []),
    ("const prompt = dedent`\n  a\n   b\n`;", ["⏎a⏎ b⏎"]),
  ])
  func `so are those of TypeScript`(program: String, expected: [String]) throws {
    #expect(try messages(program, .typeScriptLiterals) == expected.map { "-: " + $0 })
  }

  @Test func `fields are variables, and doubled braces are not`() throws {
    let file = PromptFile(path: "a.py", source: SourceText("PROMPT = f\"Hi {name!r:>10}: {{x}} {o.p[0]}\""))
    let document = try PromptDocument(parsing: file, as: .pythonLiterals)
    #expect(document.variables.map(\.name) == ["name", "o"])
    #expect(document.tiles.contains("variable {name!r:>10}") && document.tiles.contains("escape {{"))
  }

  @Test(arguments: [
    "prompt = '\\''", "'''\\", "prompt = \"a\" ", "`${", "`${`", "prompt = `${{", "/", "/*", "prompt = '\\", "f'",
    "prompt='\\u",
    "prompt = '\\x", "(((", "prompt = f'{a{b{c'",
  ])
  func `programs that break off are read too`(piece: String) throws {
    for format in [PromptFormat.pythonLiterals, .typeScriptLiterals] {
      for count in [1, 2, 400] { _ = try messages(String(repeating: piece, count: count), format) }
    }
  }

  @Test(arguments: SpanTests.texts)
  func `spans cover any program`(text: String) throws {
    for format in [PromptFormat.pythonLiterals, .typeScriptLiterals] {
      _ = try messages("prompt = (" + text + ")\n" + text, format)
    }
  }
}
