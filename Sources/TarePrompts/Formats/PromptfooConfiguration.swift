import TareText
import TareYAML

/// Reads promptfoo's configuration: `prompts` as texts or as files.
///
/// Facts from promptfoo.dev/docs/configuration: prompts are Nunjucks, `file://` names a file, an entry may be an object
/// with `raw` or `id`; `tests[].vars` and `defaultTest.vars` fill them.
struct PromptfooConfiguration {
  private let file: PromptFile

  init(_ file: PromptFile) { self.file = file }

  func read() throws(PromptError) -> FormatReading {
    let yaml = try YAMLFile(file)
    let prompts = yaml.root?["prompts"]
    let entries = (prompts?.items ?? []) + (prompts?.scalar == nil ? [] : [prompts].compactMap { $0 })
    let texts = entries.compactMap { $0.scalar == nil ? $0["raw"] ?? $0["id"] : $0 }
    var reading = yaml.reading(texts.filter { !Self.isFile($0) }.map { yaml.value($0, .jinja) })
    reading.references = texts.filter(Self.isFile).compactMap { reference(to: $0) }
    let tests = (yaml.root?["tests"]?.items ?? []) + [yaml.root?["defaultTest"]].compactMap { $0 }
    let vars = tests.compactMap { $0["vars"] }
    reading.declared = vars.isEmpty ? nil : vars.flatMap { yaml.variables($0) }.merged
    return reading
  }

  /// Whether the text names a file: by its scheme, or by an ending promptfoo knows.
  private static func isFile(_ node: YAMLNode) -> Bool {
    guard let text = node.scalar, !text.contains("\n") else { return false }
    let endings = [".txt", ".md", ".j2", ".json", ".yaml", ".yml", ".csv", ".js", ".mjs", ".ts", ".py"]
    return text.hasPrefix("file://") || !text.contains(" ") && endings.contains { text.hasSuffix($0) }
  }

  private func reference(to node: YAMLNode) -> PromptReference? {
    node.scalar.map { text in
      let path = text.hasPrefix("file://") ? String(text.dropFirst(7)) : text
      return PromptReference(
        kind: .file, target: path, range: SourceRange(node.range.lowerBound, node.range.upperBound))
    }
  }
}
