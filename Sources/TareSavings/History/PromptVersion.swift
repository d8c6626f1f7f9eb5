package import TareModels
package import TarePricing
package import TareTokens

/// A file as one commit has it.
package enum PromptVersion: Sendable, Hashable {
  /// A prompt of that size.
  case counted(PromptSize)
  /// No prompt that could be read: no text, a broken front matter, or an object this clone does not have.
  case unreadable
}

/// Counts versions of prompts, all on one scale, so that what an estimate shows as growth is growth.
package struct PromptMeter: Sendable {
  /// What the counts are worth.
  package let basis: TokenCount.Basis
  private let encoder: Tokenizer
  private let scale: TokenScale

  /// Counts as `tokenizer` does; where that estimates, by the kinds of text that `texts` are made of together.
  package init(counting tokenizer: ModelTokenizer, of texts: [PromptText]) {
    encoder = Tokenizer(tokenizer.encoding)
    scale = tokenizer.scale(for: texts.flatMap { $0.parts.map { $0.utf8[...] } })
    basis = scale.basis
  }

  /// The size of what `text` sends.
  package func size(of text: PromptText) -> PromptSize { PromptSize(text, counting: encoder, scale: scale) }
}
