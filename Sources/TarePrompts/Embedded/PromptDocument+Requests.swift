extension PromptDocument {
  /// Whether the prompts in the file are the messages of one request; otherwise each is sent by itself.
  public var sendsPromptsTogether: Bool {
    switch format {
    case .gitHubModels: true
    case .payload: !path.lowercased().hasSuffix("l") && !path.lowercased().hasSuffix(".ndjson")
    default: false
    }
  }

  /// The documents with the text: the prompts in the file, or the file where it is the prompt.
  public var texts: [PromptDocument] { embedded.isEmpty ? [self] : embedded.map(\.document) }
}
