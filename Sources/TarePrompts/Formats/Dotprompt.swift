import TareText
import TareYAML

/// Reads `.prompt`: front matter, then Handlebars in which `{{role "x"}}` opens a message.
///
/// Facts from google/dotprompt, js/src/parse.ts and spec/: comments and blank lines in front of the first `---` belong
/// to nobody; `input.schema` is Picoschema, in which `name?(array, note)` is the name `name`.
struct Dotprompt {
  private let file: PromptFile

  init(_ file: PromptFile) { self.file = file }

  func read() throws(PromptError) -> FormatReading {
    let source = file.source
    guard let block = FrontMatterBlock(in: source, firstLine: firstLine) else {
      return reading(file.body(behind: nil), nil)
    }
    let reader = FrontMatterReader(file: file, block: block)
    guard let (frontMatter, root) = try reader.readWithValues() else { return reading(file.body(behind: nil), nil) }
    var reading = reading(file.body(behind: block.range), frontMatter)
    reading.declared = declared(root?["input"], reader)
    reading.parameters = ModelParameters.inYAML([root?["config"]]) {
      file.source.lineContentRange(reader.fileLine($0.line))
    }
    return reading
  }

  private func reading(_ body: SourceRange, _ frontMatter: FrontMatter?) -> FormatReading {
    var reading = FormatReading(body: body, language: .handlebars, frontMatter: frontMatter)
    reading.firstRole = .user
    return reading
  }

  /// The first line that is neither blank nor a comment, licence headers being both.
  private var firstLine: Int {
    let source = file.source
    return (0..<source.lineCount).first { line in
      let content = source.bytes(in: source.lineContentRange(line)).drop {
        $0 == 0x20 || $0 == 0x09 || line == 0 && [0xEF, 0xBB, 0xBF].contains($0)
      }
      return content.first.map { $0 != UInt8(ascii: "#") } ?? false
    } ?? 0
  }

  private func declared(_ input: YAMLNode?, _ reader: FrontMatterReader) -> [DeclaredVariable]? {
    guard let schema = input?["schema"], case .mapping(let pairs) = schema.content else { return nil }
    let members =
      pairs.first { $0.key.scalar == "properties" && schema["type"]?.scalar == "object" }?.value.pairs ?? pairs
    // `(*): string` takes every name.
    if members.contains(where: { $0.key.scalar?.hasPrefix("(") ?? false }) { return nil }
    return members.compactMap { key, _ in
      guard let name = key.scalar.map(Self.name(ofField:)), !name.isEmpty else { return nil }
      return DeclaredVariable(
        name: name, sample: input?["default"]?[name]?.scalar,
        range: file.source.lineContentRange(reader.fileLine(key.line)))
    }
  }

  /// The name in a field of Picoschema.
  private static func name(ofField field: String) -> String {
    let name = field.prefix { $0 != "(" && $0 != "?" }
    return String(name.reversed().drop { $0 == " " }.reversed())
  }
}
