internal import Tare

/// In each encoding the count is the number of tokens, and the tokens decode to the bytes that were encoded.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  for tokenizer in tokenizers { check(bytes, tokenizer) }
  return 0
}

/// Kept from one input to the next, so that what they remember of earlier texts is tried as well.
private let tokenizers = Encoding.all.map { Tokenizer($0) }

private func check(_ bytes: [UInt8], _ tokenizer: Tokenizer) {
  let tokens = tokenizer.encode(bytes.span)
  precondition(tokenizer.count(bytes.span) == tokens.count, "a count is not the number of tokens")
  precondition(tokenizer.count(bytes[...]) == tokens.count, "a slice counts otherwise")
  precondition((try? tokenizer.decode(tokens)) == bytes, "tokens decode to other bytes")
  let controls = tokenizer.encode(bytes.span, specialTokens: .control)
  precondition((try? tokenizer.decode(controls)) == bytes, "control tokens decode to other bytes")
  if let text = String(validating: bytes, as: UTF8.self) {
    precondition(tokenizer.encode(text) == tokens, "a string encodes otherwise than its bytes")
  }
}
