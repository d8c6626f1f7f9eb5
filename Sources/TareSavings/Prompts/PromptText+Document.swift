import TareAudit
public import TarePrompts

extension PromptText {
  /// What `document` sends: its body and, where agents choose the file by it, its description. It is stable up to the
  /// first value that changes between requests.
  public init(_ document: PromptDocument) {
    let offset = document.firstVolatileOffset
    let cuts = TextCuts(document)
    self.init(
      document.source,
      parts: document.sentTexts.map {
        Part(
          range: $0.range, decoded: $0.decoded, stableLength: $0.stableLength(before: offset), cuts: cuts.parts(of: $0))
      }, isProgram: document.format == .pythonLiterals || document.format == .typeScriptLiterals)
  }
}
