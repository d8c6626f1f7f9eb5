public import TareText

/// Why a file that goes by the name of a prompt is none: templates are written for everything.
public struct NotAPrompt: Sendable, Hashable {
  /// What the file is instead.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A recipe for containers.
    case dockerfile
    /// A page or a vector drawing.
    case markup
    /// Source code or a script.
    case code
    /// Settings, workflows and other keys with values.
    case configuration
    /// Nothing but marks of the template language.
    case nothing
  }

  /// What the file is instead.
  public let kind: Kind
  /// The line that says so.
  public let range: SourceRange
}

extension NotAPrompt: CustomStringConvertible {
  /// What the file looks like, to be read behind its name.
  public var description: String {
    switch kind {
    case .dockerfile: "looks like a Dockerfile"
    case .markup: "looks like a page of HTML or XML"
    case .code: "looks like source code"
    case .configuration: "looks like a configuration file"
    case .nothing: "has no text"
    }
  }
}

extension PromptDocument {
  /// Why this is no prompt, or `nil` where it may be one.
  ///
  /// Only templates are asked, whose names say nothing about what they make: of 154 files named `.jinja2` in real
  /// repositories 50 were Dockerfiles, workflows and programs. What is sent is looked at, not the template's own marks. A
  /// file with messages is a prompt.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var notAPrompt: NotAPrompt? {
    guard format.mayBeNoPrompt, sentTexts.allSatisfy({ $0.role == nil }) else { return nil }
    let ending = path.split(separator: "/").last.map { NameEnding(String($0)) }
    let tally = LineTally(self)
    guard let first = tally.firstLine else { return NotAPrompt(kind: .nothing, range: SourceRange(0, 0)) }
    let kind = ending?.kind ?? tally.kind
    return kind.map { NotAPrompt(kind: $0, range: first) }
  }
}

/// What stands in front of a template's own ending: `Dockerfile.jinja2`, `setup.py.j2`.
private struct NameEnding {
  let kind: NotAPrompt.Kind?

  init(_ name: String) {
    let parts = name.lowercased().split(separator: ".").dropLast()
    let inner = parts.count > 1 ? parts.last.map(String.init) ?? "" : ""
    kind =
      if parts.first == "dockerfile" || inner == "dockerfile" {
        .dockerfile
      } else if ["html", "htm", "xml", "svg", "css"].contains(inner) {
        .markup
      } else if ["py", "js", "ts", "sh", "bash", "ps1", "sql", "c", "cpp", "h", "java", "go", "rs", "rb"].contains(
        inner)
      {
        .code
      } else if ["yml", "yaml", "toml", "ini", "cfg", "conf", "env", "json", "service", "tf"].contains(inner) {
        .configuration
      } else {
        nil
      }
  }
}

/// The lines of a text by what they look like.
private struct LineTally {
  private(set) var firstLine: SourceRange?
  private var lines = 0
  private var directives = 0
  private var settings = 0
  private var statements = 0
  private var opensMarkup = false
  private var opensScript = false

  init(_ document: PromptDocument) {
    for line in document.lines where line.kind != .blank && line.kind != .notSent && line.kind != .frontMatter {
      let text = document.source.bytes(in: line.range).drop { $0 == 0x20 || $0 == 0x09 }
      guard !text.isEmpty else { continue }
      if firstLine == nil {
        firstLine = line.range
        opensMarkup = Self.markup.contains { text.starts(with: $0.utf8) }
        opensScript = text.starts(with: "#!/".utf8)
      }
      add(text)
    }
  }

  /// What most of the lines say; running text decides for a prompt.
  var kind: NotAPrompt.Kind? {
    if opensScript { return .code }
    if opensMarkup { return .markup }
    guard lines >= 3 else { return nil }
    if directives * 2 >= lines { return .dockerfile }
    if statements * 2 >= lines { return .code }
    return settings * 4 >= lines * 3 ? .configuration : nil
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    if text.first == UInt8(ascii: "#") { return }
    lines += 1
    let word = text.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "(") }
    if Self.dockerWords.contains(String(decoding: word.prefix(16), as: UTF8.self)) { directives += 1 }
    if Self.isStatement(text, word) { statements += 1 }
    if Self.isSetting(text) { settings += 1 }
  }

  private static let markup = ["<!DOCTYPE", "<!doctype", "<html", "<?xml", "<svg"]
  private static let dockerWords: Set<String> = [
    "FROM", "RUN", "COPY", "ADD", "ENV", "ARG", "WORKDIR", "CMD", "ENTRYPOINT", "EXPOSE", "USER", "LABEL", "VOLUME",
    "SHELL", "HEALTHCHECK",
  ]
  private static let codeWords: Set<String> = [
    "import", "from", "def", "class", "return", "const", "let", "var", "function", "export", "echo", "fi", "esac",
    "done",
    "try:", "else:", "#include", "package", "public", "private",
  ]

  /// Whether the line is a statement of a common language: it begins with a word of one and ends as code does.
  private static func isStatement(_ text: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    // A placeholder at the end of a line ends no statement.
    if text.reversed().starts(with: "}}".utf8) { return false }
    if let last = text.last, "{};)".utf8.contains(last), text.contains(UInt8(ascii: "(")) || last != UInt8(ascii: ")") {
      return true
    }
    guard codeWords.contains(String(decoding: word.prefix(16), as: UTF8.self)) else { return false }
    return text.last.map { !".!?,".utf8.contains($0) } ?? false
  }

  /// Whether the line is a key, a colon or an equals sign, and a value that is no sentence.
  private static func isSetting(_ text: ArraySlice<UInt8>) -> Bool {
    var text = text
    while text.starts(with: "- ".utf8) { text = text.dropFirst(2) }
    let key = text.prefix { isNamePart($0) || "-.".utf8.contains($0) }
    guard !key.isEmpty, let mark = text.dropFirst(key.count).first else { return text.starts(with: "[".utf8) }
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=") else { return false }
    let value = text.dropFirst(key.count + 1)
    return value.count { $0 == 0x20 } <= 3 || mark == UInt8(ascii: "=")
  }
}
