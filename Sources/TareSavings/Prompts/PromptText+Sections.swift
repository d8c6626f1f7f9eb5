import TareAudit
import TareModels
import TarePrompts
import TareTokens

extension PromptText {
  /// The sections of what is sent, in order; their tokens add up to those of all of it.
  func sections(counting encoder: Tokenizer, scale: TokenScale) -> [TextSection] {
    let counted = FilePart.counted(parts.map(\.cutText), encoder, scale)
    let texts = parts.flatMap(\.slices)
    var (open, seen): ([FilePart], [TextSection.Identity: Int]) = ([], [:])
    return zip(counted, texts).compactMap { part, utf8 in
      open.removeAll { $0.level >= part.level }
      open.append(part)
      guard !utf8.isEmpty || part.isNamed, let kind = SectionDelta.Kind(part.kind) else { return nil }
      let plain = TextSection.Identity(kind: kind, titles: open.map(\.name).filter { !$0.isEmpty }, number: 0)
      let number = seen[plain, default: 0]
      seen[plain] = number + 1
      return TextSection(
        identity: .init(kind: kind, titles: plain.titles, number: number), line: part.line,
        tokens: part.tokens.total, utf8: utf8)
    }
  }
}

extension PromptText.Part {
  fileprivate var cutText: CutText { CutText(utf8: utf8, loadClass: .always, cuts: cuts) }

  /// The bytes of each part of the text.
  fileprivate var slices: [ArraySlice<UInt8>] {
    var start = 0
    return cuts.map { cut in
      defer { start = cut.end }
      return utf8[start..<max(start, cut.end)]
    }
  }
}

extension SectionDelta.Kind {
  fileprivate init?(_ kind: TokenMap.Node.Kind) { self.init(rawValue: kind.rawValue) }
}
