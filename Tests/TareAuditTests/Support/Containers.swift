import TareText

/// Files in which a prompt is a value, in every notation that is read.
enum Container: String, CaseIterable, Sendable {
  case json, jsonLines, langChain
  case yamlLiteral, yamlFolded, yamlPlain, yamlSingle, yamlDouble, promptfoo
  case pythonTriple, pythonSingle, pythonSideBySide, pythonDedented, typeScript

  /// The name of such a file.
  var path: String {
    switch self {
    case .json, .langChain: "request.json"
    case .jsonLines: "requests.jsonl"
    case .promptfoo: "promptfooconfig.yaml"
    case .pythonTriple, .pythonSingle, .pythonSideBySide, .pythonDedented: "agent.py"
    case .typeScript: "agent.ts"
    default: "support.prompt.yml"
    }
  }

  /// A file that holds `prompt`, and a second prompt that nothing is the matter with.
  func file(_ prompt: String) -> String {
    switch self {
    case .json:
      return "{\"model\": \"gpt-4o\",\n  \"messages\": [{\"role\": \"system\", \"content\": \(quoted(prompt))},\n"
        + "{\"role\":\"user\",   \"content\":\"Where is my tent?\"}]}\n"
    case .jsonLines:
      let row = "{\"messages\": [{\"role\": \"system\", \"content\": \(quoted(prompt))}]}\n"
      return row + "\n" + row
    case .langChain:
      return "{\"_type\": \"prompt\", \"template_format\": \"mustache\",\n \"template\": \(quoted(prompt))}\n"
    case .yamlLiteral: return messages("|2+\n" + lines(prompt))
    case .yamlFolded: return messages(">2\n" + lines(prompt))
    case .yamlPlain: return messages("Be" + flow(prompt.filter { !"#:'\"|>`{}[]&*!%@,<-".contains($0) }))
    case .yamlSingle: return messages("'" + flow(prompt.replacing("'", with: "''")) + "'")
    case .yamlDouble: return messages(quoted(prompt))
    case .promptfoo: return "prompts:\n- |2-\n" + lines(prompt, indentation: "  ") + "\n- Say hello.\n"
    case .pythonTriple: return "SYSTEM_PROMPT = \"\"\"\(escaped(prompt, "\""))\"\"\"\nx = 1\n"
    case .pythonSingle: return "prompt = '\(escaped(prompt, "'").replacing("\n", with: "\\n"))'  # one line\n"
    case .pythonSideBySide:
      let parts = prompt.split(separator: "\n", omittingEmptySubsequences: false)
      let literals = parts.map { "    f'\(escaped(String($0), "'"))\\n'\n" }
      return "prompt = (\n" + literals.joined() + ")\n"
    case .pythonDedented:
      return "prompt = textwrap.dedent(\"\"\"\\\n\(lines(escaped(prompt, "\"")))\n    \"\"\")\n"
    case .typeScript:
      return "const systemPrompt = `\(escaped(prompt, "`").replacing("${", with: "\\${"))`;\n"
    }
  }

  private func messages(_ content: String) -> String {
    "name: Support\nmessages:\n- role: system\n  content: \(content)\n- role: user  # as asked\n  content: Where is it?\n"
  }

  private func lines(_ text: String, indentation: String = "    ") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { indentation + $0 }.joined(separator: "\n")
  }

  private func flow(_ text: String) -> String {
    text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n\n").drop { $0 == " " }.description
  }

  private func quoted(_ text: String) -> String {
    "\""
      + escaped(text, "\"").replacing("\n", with: "\\n").replacing("\t", with: "\\t").replacing(
        "\u{A0}", with: "\\u00a0") + "\""
  }

  private func escaped(_ text: String, _ quote: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
  }
}
