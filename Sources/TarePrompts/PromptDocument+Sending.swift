import TareText

extension PromptDocument {
  /// The parts of a file that reach the model: the body, and the description by which agents choose.
  static func sentTexts(
    _ source: SourceText, body: SourceRange, _ frontMatter: FrontMatter?, format: PromptFormat, path: String
  ) -> [SentText] {
    var texts: [SentText] = []
    if format.sendsDescription, let entry = frontMatter?.entry("description"), let value = entry.value {
      texts.append(SentText(range: entry.range, utf8: Array(value.utf8), loadClass: .always))
    }
    if !body.isEmpty {
      let loadClass = loadClass(format, frontMatter, path: path)
      texts.append(SentText(range: body, utf8: Array(source.bytes(in: body)), loadClass: loadClass))
    }
    return texts
  }

  /// When the body is sent, by what the front matter and the place of the file say.
  private static func loadClass(_ format: PromptFormat, _ frontMatter: FrontMatter?, path: String) -> LoadClass {
    switch format {
    case .text, .markdown, .agentInstructions: isReference(path) ? .onDemand : .always
    case .cursorRule: frontMatter?["alwaysApply"] == "true" ? .always : .perUse
    case .instructions: ["**", "*", "**/*"].contains(frontMatter?["applyTo"] ?? "") ? .always : .perUse
    case .skill, .promptFile, .agent: .perUse
    }
  }

  /// Whether the file lies in the `references` folder of a skill, which the model reads when it wants to.
  private static func isReference(_ path: String) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    return folders.last == "references" && folders.contains("skills")
  }
}

extension PromptFormat {
  /// Whether the description is in every request, so that the model can choose by it.
  fileprivate var sendsDescription: Bool {
    switch self {
    case .skill, .agent, .cursorRule, .instructions: true
    case .text, .markdown, .agentInstructions, .promptFile: false
    }
  }
}
