import Tare

/// Counts texts, also in the normal forms that were asked about.
struct NormalizedCounting: Sendable {
  let names: [String]
  let tokenizer: Tokenizer
  private let normalizers: [Normalizer]
  private let choice: EncodingChoice

  init(_ forms: [NormalForm], _ choice: EncodingChoice) throws {
    names = forms.map(\.name)
    normalizers = try forms.map { try Normalizer($0) }
    tokenizer = Tokenizer(choice.encoding)
    self.choice = choice
  }

  /// The tokens of a text as it stands.
  func count(_ utf8: [UInt8]) -> TokenCount { choice.tokenizer.count(utf8[...]) }

  /// Whether the counts are estimates, whose ratio depends on the kind of text.
  var isEstimate: Bool { choice.tokenizer.estimate != nil }

  /// What turns a count of text of this composition into the model's.
  func scale(for composition: TextComposition) -> TokenScale { choice.tokenizer.scale(for: composition) }

  /// The row of a text, which is counted once more for each form that changes it.
  func row(_ path: String, _ utf8: [UInt8]) -> CountReport.Row {
    // One scale for the text in every form: an estimate must not show what the counts do not.
    let scale = choice.tokenizer.scale(for: [utf8[...]])
    let tokens = scale.modelTokens(tokenizer.count(utf8.span))
    let normalized = normalizers.map { normalizer in
      guard let text = normalizer.normalizedIfDifferent(utf8.span) else {
        return CountReport.NormalizedCount(bytes: utf8.count, tokens: tokens)
      }
      return CountReport.NormalizedCount(bytes: text.count, tokens: scale.modelTokens(tokenizer.count(text.span)))
    }
    return CountReport.Row(path: path, bytes: utf8.count, tokens: tokens, basis: scale.basis, normalized: normalized)
  }
}
