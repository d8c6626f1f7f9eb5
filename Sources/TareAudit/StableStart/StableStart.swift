import TareModels
import TarePrompts
import TareText
import TareTokens

/// The start of a prompt that is the same in every request: as much of it as a cache can hold.
struct StableStart {
  /// Its tokens.
  let tokens: Int
  private let document: PromptDocument
  /// Where it ends; `nil` where nothing changes.
  private let offset: Int?

  init(_ file: AuditedFile) {
    let tokens = file.whole.tokens
    let offset = file.document.firstVolatileOffset
    document = file.document
    self.offset = offset
    self.tokens =
      offset == nil
      ? tokens.sent
      : tokens.scale.modelTokens(
        document.sentTexts.reduce(0) {
          $0 + tokens.tokenizer.count($1.utf8[..<$1.stableLength(before: offset)])
        })
  }

  /// Where it ends in the file, or in one of the prompts that are values of it.
  func end(in prompt: Int?) -> Int {
    guard let prompt else { return offset ?? document.source.utf8.count }
    let decoded = document.embedded[prompt].decoded
    return offset.map { decoded.decodedLength(before: $0) } ?? decoded.utf8.count
  }
}
