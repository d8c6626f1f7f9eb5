import TareModels
import TarePrompts
import TareText
import TareTokens

/// A prompt as it stood before: at a merge base, in the last release.
public struct BasePrompt: Sendable {
  /// The tokens of everything it sent.
  public let sent: Int
  /// The tokens at its start that every request shared.
  let stable: Int
  /// The tokens of that start which the prompt has kept.
  let keptStable: Int
  /// Where the prompt of today stops being the same.
  let change: Int
  /// The tokens of its sections.
  let sections: SectionTokens

  /// What `base` was, counted as the prompt of today is.
  ///
  /// - Complexity: O(*n*) in bytes.
  init(_ base: PromptDocument, now document: PromptDocument, _ tokens: PromptTokens) {
    let before = PromptTokens(base, tokens.tokenizer, scale: tokens.scale)
    let start = base.source.bytes(in: SourceRange(base.bodyRange.start, base.stableEnd))
    let kept = Self.commonLength(start, document.source.bytes(in: document.bodyRange))
    sent = before.sent
    stable = before.count(in: SourceRange(base.bodyRange.start, base.stableEnd))
    keptStable = before.count(in: SourceRange(base.bodyRange.start, base.bodyRange.start + kept))
    change = document.bodyRange.start + kept
    sections = SectionTokens(base, before)
  }

  /// The bytes that both begin with, down to the start of a scalar.
  private static func commonLength(_ before: ArraySlice<UInt8>, _ now: ArraySlice<UInt8>) -> Int {
    var length = zip(before, now).prefix { $0 == $1 }.count
    while length > 0, length < now.count, now[now.startIndex + length] & 0xC0 == 0x80 { length -= 1 }
    return length
  }
}

extension PromptDocument {
  /// The end of the body's start that every request shares.
  fileprivate var stableEnd: Int { max(bodyRange.start, firstVolatileOffset ?? bodyRange.end) }
}
