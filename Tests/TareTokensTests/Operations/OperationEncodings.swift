import Foundation

@testable import TareTokens

/// The encodings that the operations are tried in: every built-in vocabulary, and small ones with patterns that are
/// read at run time.
enum OperationEncodings {
  /// Encodings that take text as it is.
  static let asIs: [Encoding] =
    Encoding.inUse
    + [
      installed("one-step", [llama]), installed("several-steps", [#"\p{N}{1,3}"#, #"[一-龥ก-๛]+"#, llama]),
      installed("far-looking", [#"\p{L}+[^9]*9|\p{L}+|\s+|[^\s\p{L}]"#]),
    ].compactMap { $0 }

  /// An encoding that brings its text to NFC first.
  static let normalizing = installed("normalizing", [llama], normalForm: .nfc)

  private static let llama =
    #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#

  private static func installed(
    _ name: String, _ patterns: [String], normalForm: RequiredNormalForm? = nil
  ) -> Encoding? {
    do {
      let tokens = try Reference.list(.o200kBase).tokens.prefix(1_500)
      let source = EncodingSource(
        tokens: tokens.enumerated().map { ($1, TokenID($0)) },
        splitting: try patterns.map { try SplitStep(pattern: $0, .fancyRegex) }, addedTokens: [],
        normalForm: normalForm, origin: .tokenizerJSON)
      let file = try source.file(name: name, family: nil, digest: Array(name.utf8))
      return try Encoding(file: file) { _, utf8 in
        let text = utf8.indices.map { utf8[$0] }
        let normal = Array(String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
        return normal == text ? nil : normal
      }
    } catch {
      return nil
    }
  }
}
