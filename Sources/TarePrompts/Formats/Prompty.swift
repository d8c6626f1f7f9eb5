import TareText
import TareYAML

/// Reads `.prompty`: front matter between `---` or `+++`, then messages that lines such as `user:` open.
///
/// Facts from microsoft/prompty, spec/: `inputs` is a list of objects with names, or a mapping; `sample` gives values;
/// `template` is `jinja2` unless it says `mustache`; `${file:path}` in the front matter is another file.
struct Prompty {
  private let file: PromptFile

  init(_ file: PromptFile) { self.file = file }

  func read() throws(PromptError) -> FormatReading {
    let source = file.source
    let blank = (0..<source.lineCount).prefix { source.bytes(in: source.lineContentRange($0)).allSatisfy(Self.isBlank) }
    guard
      let block = FrontMatterBlock(
        in: source, firstLine: blank.count, opening: ["---", "+++"], closing: ["---", "+++"])
    else { return reading(file.body(behind: nil), nil, .jinja) }
    let reader = FrontMatterReader(file: file, block: block)
    guard let (frontMatter, root) = try reader.readWithValues() else {
      return reading(file.body(behind: nil), nil, .jinja)
    }
    var reading = reading(file.body(behind: block.range), frontMatter, Self.language(root?["template"]))
    reading.declared = declared(root, reader)
    let model = root?["model"]
    reading.parameters = ModelParameters.inYAML([model?["parameters"], model?["options"]]) {
      file.source.lineContentRange(reader.fileLine($0.line))
    }
    reading.references = files(in: block.range)
    return reading
  }

  private func reading(_ body: SourceRange, _ frontMatter: FrontMatter?, _ language: TemplateLanguage) -> FormatReading
  {
    var reading = FormatReading(body: body, language: language, frontMatter: frontMatter)
    reading.roleMarks = RoleLines(file.source, in: body).marks
    reading.firstRole = .system
    reading.trimsMessages = true
    return reading
  }

  private static func language(_ template: YAMLNode?) -> TemplateLanguage {
    let format = template?["format"] ?? template?["type"] ?? template
    return (format?["kind"] ?? format)?.scalar == "mustache" ? .handlebars : .jinja
  }

  private func declared(_ root: YAMLNode?, _ reader: FrontMatterReader) -> [DeclaredVariable]? {
    guard let inputs = root?["inputs"] ?? root?["sample"] else { return nil }
    let listed = inputs.items.compactMap { item in item["name"].map { (name: $0, input: item) } }
    let mapped = inputs.pairs.map { (name: $0.key, input: $0.value) }
    return (listed + mapped).compactMap { entry in
      guard let name = entry.name.scalar else { return nil }
      return DeclaredVariable(
        name: name, sample: sample(of: name, entry.input, root),
        range: file.source.lineContentRange(reader.fileLine(entry.name.line)))
    }
  }

  private func sample(of name: String, _ input: YAMLNode, _ root: YAMLNode?) -> String? {
    let values = [root?["sample"]?[name], input["sample"], input["example"], input["default"], input]
    return values.lazy.compactMap { $0?.scalar }.first
  }

  /// `${file:path}` in the front matter.
  private func files(in range: SourceRange) -> [PromptReference] {
    var bytes = TemplateBytes(file.source.utf8, range)
    var references: [PromptReference] = []
    var at = range.start
    while at < range.end {
      if bytes.starts("${file:", at: at), let close = bytes.next("}", from: at + 7) {
        let path = SourceRange(at + 7, close)
        references.append(PromptReference(kind: .file, target: file.source.string(in: path), range: path))
        at = close
      }
      at += 1
    }
    return references
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0xEF || byte == 0xBB || byte == 0xBF
  }
}
