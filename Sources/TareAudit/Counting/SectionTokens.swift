import TareModels
import TarePrompts
import TareText
import TareTokens

/// The tokens of the sections of a prompt, by their titles.
struct SectionTokens {
  /// One section.
  struct Section {
    let title: String
    let tokens: Int
    /// Its heading.
    let place: SourceRange
  }

  private let document: PromptDocument
  private let tokenizer: Tokenizer
  private let scale: TokenScale

  init(_ document: PromptDocument, _ tokens: PromptTokens) {
    self.document = document
    tokenizer = tokens.tokenizer
    scale = tokens.scale
  }

  /// The sections with that title, letters compared without their case, each with all that stands below its heading.
  func sections(titled title: String) -> [Section] {
    let wanted = title.lowercased()
    return document.sections.filter { $0.title.lowercased() == wanted }.map { section in
      let heading = document.source.lineContentRange(section.lines.lowerBound)
      let end = document.source.lineRange(max(section.lines.lowerBound, section.lines.upperBound - 1)).end
      let text = document.source.bytes(in: SourceRange(heading.start, end))
      return Section(title: section.title, tokens: scale.modelTokens(tokenizer.count(text)), place: heading)
    }
  }
}
