internal import ReferenceTokens
internal import Tare

/// Text is encoded and counted as the slow reference encoder of the tests does it.
///
/// The first byte chooses the encoding; the rest is read as UTF-8, broken bytes replaced, up to what the reference
/// encodes in some milliseconds.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: min(size, 257)))
  let pair = Pair.all[Int(bytes.first ?? 0) % Pair.all.count]
  pair.check(String(decoding: bytes.dropFirst(), as: UTF8.self))
  return 0
}

/// An encoding and the reference encoder with its tokens.
private struct Pair: Sendable {
  static let all = [Pair(.o200kBase, .o200k), Pair(.cl100kBase, .cl100k)]

  let tokenizer: Tokenizer
  let reference: ReferenceEncoder

  init(_ encoding: Encoding, _ pattern: ReferencePattern) {
    let tokenizer = Tokenizer(encoding)
    self.tokenizer = tokenizer
    var tokens: [[UInt8]] = []
    while let token = try? tokenizer.decode([TokenID(tokens.count)]), !token.isEmpty, !isSpecial(token) {
      tokens.append(token)
    }
    reference = ReferenceEncoder(tokens: tokens, pattern)
  }

  func check(_ text: String) {
    let expected = reference.encode(text)
    precondition(tokenizer.encode(text) == expected, "a text is encoded otherwise than by the reference")
    precondition(tokenizer.count(text) == expected.count, "a text is counted otherwise than by the reference")
  }
}

/// The special tokens follow the others.
private func isSpecial(_ token: [UInt8]) -> Bool { token.starts(with: Array("<|end".utf8)) }
