/// When the body of a file is loaded, by what its front matter and its place say.
public struct LoadRule: Sendable, Hashable {
  /// When.
  public let loadClass: LoadClass
  /// The files whose use brings it in, as glob patterns; none where something else decides.
  public let patterns: [String]

  /// A rule as it was read before.
  public init(loadClass: LoadClass, patterns: [String]) {
    self.loadClass = loadClass
    self.patterns = patterns
  }
}

extension LoadRule {
  /// What the front matter of a file in `format` says.
  init(_ format: PromptFormat, _ frontMatter: FrontMatter?, path: String) {
    let folders = path.split(separator: "/").dropLast()
    switch format {
    case .cursorRule: self.init(cursor: frontMatter)
    case .instructions where folders.contains(".kiro"): self.init(kiro: frontMatter)
    case .instructions: self.init(instructions: frontMatter, isClaude: folders.contains(".claude"))
    case .skill, .promptFile, .agent: self.init(loadClass: .perUse, patterns: [])
    default: self.init(loadClass: Self.isReference(folders) ? .onDemand : .always, patterns: [])
    }
  }

  /// cursor.com/docs/context/rules: always, for the files that match, or when the model or somebody asks for it.
  private init(cursor frontMatter: FrontMatter?) {
    let patterns = frontMatter?.patterns("globs") ?? []
    self.init(loadClass: frontMatter?["alwaysApply"] == "true" ? .always : .perUse, patterns: patterns)
  }

  /// GitHub Copilot's `applyTo`, Claude Code's `paths` and Windsurf's `trigger` and `globs`. Claude Code loads a rule
  /// without paths always; to the others one that says nothing is there to be asked for.
  private init(instructions frontMatter: FrontMatter?, isClaude: Bool) {
    let keys = ["applyTo", "paths", "globs"]
    let patterns = keys.flatMap { frontMatter?.patterns($0) ?? [] }
    let isForAll = patterns.contains { ["**", "*", "**/*"].contains($0) }
    let isAlways = isForAll || frontMatter?["trigger"] == "always_on" || isClaude && patterns.isEmpty
    self.init(loadClass: isAlways ? .always : .perUse, patterns: patterns)
  }

  /// kiro.dev/docs/steering: always, unless it says for which files or that somebody asks for it.
  private init(kiro frontMatter: FrontMatter?) {
    let isAlways = frontMatter?["inclusion"].map { $0 == "always" } ?? true
    self.init(loadClass: isAlways ? .always : .perUse, patterns: frontMatter?.patterns("fileMatchPattern") ?? [])
  }

  /// Whether the file lies in the `references` folder of a skill, which the model reads when it wants to.
  private static func isReference(_ folders: ArraySlice<Substring>) -> Bool {
    folders.last == "references" && folders.contains("skills")
  }
}

extension FrontMatter {
  /// The file patterns of `key`: a list, or one text with commas outside braces between them.
  func patterns(_ key: String) -> [String] {
    guard let entry = entry(key) else { return [] }
    guard let text = entry.value else { return entry.items }
    var patterns: [[UInt8]] = [[]]
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: ","), depth <= 0 {
        patterns.append([])
      } else {
        patterns[patterns.count - 1].append(byte)
      }
    }
    return patterns.map { Self.withoutBlanksAndQuotes($0) }.filter { !$0.isEmpty }
  }

  private static func withoutBlanksAndQuotes(_ pattern: [UInt8]) -> String {
    var text = pattern[...]
    while let first = text.first, " \t\"'[".utf8.contains(first) { text.removeFirst() }
    while let last = text.last, " \t\"']\n".utf8.contains(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
