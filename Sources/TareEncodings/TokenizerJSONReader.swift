internal import TareTokens

/// A `tokenizer.json` of Hugging Face's tokenizers. Each part says what it does to a text; a part, a member or a value
/// that is not understood is refused with its path.
///
/// What is put around a whole text (`post_processor`, `truncation`, `padding`) is not part of what the text itself
/// comes to, and passed over.
func readTokenizerJSON(_ root: VocabularyNode) throws(VocabularyError) -> EncodingSource {
  try root.allow([
    "version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer", "post_processor", "decoder",
    "model",
  ])
  let model = try root.member("model")
  let type = try model["type"]?.text() ?? "BPE"
  guard type == "BPE" else { throw model.error("a model of type \(type) is not understood, only BPE") }
  let isByteLevel = try usesBytes(root["pre_tokenizer"])
  if !isByteLevel, try model.flag("byte_fallback", default: false) { return try readSentencePiece(root, model) }
  guard let preTokenizer = root["pre_tokenizer"] else {
    throw VocabularyError("pre_tokenizer", "is missing; only encodings that divide text into bytes are understood")
  }
  let (splitting, spaces) = try readPreTokenizer(preTokenizer)
  try checkDecoder(root["decoder"])
  let addedTokens = try readAddedTokens(root["added_tokens"])
  let vocabulary = try MergeVocabulary(model, without: addedTokens)
  return EncodingSource(
    tokens: vocabulary.tokens, wholePieces: vocabulary.wholePieces,
    looksUpWholePieces: try model.flag("ignore_merges", default: false), splitting: splitting,
    addedTokens: addedTokens, normalForm: try readNormalizer(root["normalizer"]), spaces: spaces,
    parts: vocabulary.parts,
    origin: .tokenizerJSON)
}

/// The normal form that text is brought to.
private func readNormalizer(_ normalizer: VocabularyNode?) throws(VocabularyError) -> RequiredNormalForm? {
  guard let normalizer else { return nil }
  let type = try normalizer.member("type").text()
  if type == "Sequence" {
    let parts = try normalizer.member("normalizers").elements()
    guard parts.count <= 1 else { throw parts[1].error("more than one normalizer is not understood") }
    return try readNormalizer(parts.first)
  }
  try normalizer.allow(["type"])
  guard let form = RequiredNormalForm.allCases.first(where: { $0.name == type }) else {
    throw normalizer.error("a normalizer of type \(type) is not understood, only NFC, NFD and NFKC")
  }
  return form
}

/// Decoding is putting the bytes of the tokens behind each other: any other decoder is another kind of vocabulary.
private func checkDecoder(_ decoder: VocabularyNode?) throws(VocabularyError) {
  guard let decoder else { return }
  let type = try decoder.member("type").text()
  if type == "Sequence" {
    for part in try decoder.member("decoders").elements() { try checkDecoder(part) }
    return
  }
  guard type == "ByteLevel" else { throw decoder.error("a decoder of type \(type) is not understood, only ByteLevel") }
}
