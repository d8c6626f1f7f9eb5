/// What an installed encoding does to a text before it is divided.
///
/// ```
/// as it came ──► normalized ──► prefixed ──► divided
///      added tokens ▲    ▲ added tokens      each stretch between them by itself
/// ```
struct TextChange: Sendable {
  var normalForm: RequiredNormalForm?
  var spaces: SpaceRules?
  var normalizer: TextNormalizer?

  /// The text in the form the encoding wants; `nil` where it is already, or where none is wanted.
  ///
  /// - Parameter isStart: Whether it is the beginning of the whole text, and not what stands behind an added token.
  func changed(_ utf8: Span<UInt8>, isStart: Bool) -> [UInt8]? {
    guard let normalized = normalized(utf8, isStart: isStart) else { return prefixed(utf8, isStart: isStart) }
    return prefixed(normalized.span, isStart: isStart) ?? normalized
  }

  /// What the normalizer makes of the text; `nil` where that is the same.
  func normalized(_ utf8: Span<UInt8>, isStart: Bool) -> [UInt8]? {
    let form = normalForm.flatMap { normalizer?($0, utf8) }
    guard let spaces, spaces.isNormalizer else { return form }
    guard let form else { return spaces.applied(to: utf8, isStart: isStart) }
    return spaces.applied(to: form.span, isStart: isStart) ?? form
  }

  /// What the pre-tokenizer does to the text before it divides it; `nil` where that is nothing.
  func prefixed(_ utf8: Span<UInt8>, isStart: Bool) -> [UInt8]? {
    guard let spaces, !spaces.isNormalizer else { return nil }
    return spaces.applied(to: utf8, isStart: isStart)
  }

  /// Whether the normalizer makes U+2581 of spaces.
  var normalizerMarksSpaces: Bool { spaces.map { $0.hasMark && $0.isNormalizer } ?? false }

  /// How the name of an added token is written in normalized text.
  func normalizedName(_ name: String) -> [UInt8] {
    let utf8 = Array(name.utf8)
    return normalized(utf8.span, isStart: true) ?? utf8
  }
}
