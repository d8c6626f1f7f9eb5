internal import TareTokens

/// A `tokenizer.json` that does what SentencePiece's BPE does (Llama 2, Gemma): spaces become U+2581, the characters of
/// the whole text merge, and one without a token becomes its bytes, written `<0x00>` to `<0xFF>`.
func readSentencePiece(_ root: VocabularyNode, _ model: VocabularyNode) throws(VocabularyError) -> EncodingSource {
  // What a character that is unknown becomes (unk_token, fuse_unk) does not matter: every byte has a token.
  try model.require("ignore_merges", false, default: false)
  let addedTokens = try readAddedTokens(root["added_tokens"])
  let normalizer = try SpaceNormalizer(root["normalizer"])
  let preTokenizer = try SpacePreTokenizer(root["pre_tokenizer"])
  guard normalizer.marksSpaces || preTokenizer.marksSpaces else {
    throw VocabularyError("normalizer", "does not put U+2581 in the place of spaces, and no Metaspace does")
  }
  if normalizer.isPrefixed, !normalizer.marksSpaces {
    throw VocabularyError("normalizer", "Prepend without Replace is not understood")
  }
  if normalizer.marksSpaces, preTokenizer.prefix != .none {
    throw VocabularyError("pre_tokenizer", "Metaspace with a space before the text is not understood beside Replace")
  }
  let isDropped = try dropsFirstSpace(root["decoder"])
  let vocabulary = try MergeVocabulary(model, without: addedTokens, symbols: .characters)
  return EncodingSource(
    tokens: vocabulary.tokens, wholePieces: vocabulary.wholePieces,
    splitting: try splitting(preTokenizer, vocabulary), addedTokens: addedTokens,
    spaces: SpaceRules(
      prefix: normalizer.isPrefixed ? .always : preTokenizer.prefix, isDroppedInDecoding: isDropped,
      isNormalizer: normalizer.marksSpaces),
    symbols: .characters, parts: vocabulary.parts, origin: .tokenizerJSON)
}

/// The pieces that merging can be done in: those of Metaspace; otherwise, where no token has a space behind another
/// character, from each run of spaces to the next, since nothing merges across; otherwise the whole text.
private func splitting(
  _ preTokenizer: SpacePreTokenizer, _ vocabulary: MergeVocabulary
) throws(VocabularyError) -> [SplitStep] {
  do {
    if preTokenizer.splitsAtSpaces { return [try SplitStep(pattern: " [^ ]*|[^ ]+", .oniguruma)] }
    let joins = vocabulary.tokens.contains { token in
      zip(token.bytes, token.bytes.dropFirst()).contains { $0 != 0x20 && $1 == 0x20 }
    }
    return joins ? [] : [try SplitStep(pattern: " *[^ ]+| +", .oniguruma)]
  } catch {
    throw VocabularyError("pre_tokenizer", "\(error)")
  }
}

/// What a normalizer does to spaces: `Prepend` and `Replace`.
private struct SpaceNormalizer {
  private(set) var marksSpaces = false
  private(set) var isPrefixed = false

  init(_ normalizer: VocabularyNode?) throws(VocabularyError) {
    guard let normalizer else { return }
    for part in try flattened(normalizer, under: "normalizers") {
      switch try part.member("type").text() {
      case "Prepend" where !isPrefixed:
        try part.allow(["type", "prepend"])
        try part.require("prepend", "\u{2581}")
        isPrefixed = true
      case "Replace":
        try requireReplace(part, " ", "\u{2581}")
        marksSpaces = true
      case let type:
        throw part.error("a normalizer of type \(type) is not understood here, only one Prepend, and Replace")
      }
    }
  }
}

/// What a pre-tokenizer does to spaces: `Metaspace`, or a `Split` at spaces that there are none of any more.
private struct SpacePreTokenizer {
  private(set) var marksSpaces = false
  private(set) var splitsAtSpaces = false
  private(set) var prefix = SpaceRules.Prefix.none

  init(_ preTokenizer: VocabularyNode?) throws(VocabularyError) {
    guard let part = preTokenizer else { return }
    switch try part.member("type").text() {
    case "Metaspace": try readMetaspace(part)
    case "Split":
      try part.allow(["type", "pattern", "behavior", "invert"])
      try part.require("invert", false, default: false)
      try part.member("pattern").require("String", " ")
    case let type: throw part.error("a pre-tokenizer of type \(type) is not understood here, only Metaspace and Split")
    }
  }

  private mutating func readMetaspace(_ part: VocabularyNode) throws(VocabularyError) {
    try part.allow(["type", "replacement", "prepend_scheme", "split", "add_prefix_space", "str_rep"])
    try part.require("replacement", "\u{2581}")
    if part["str_rep"] != nil { try part.require("str_rep", "\u{2581}") }
    marksSpaces = true
    splitsAtSpaces = try part.flag("split", default: true)
    // Files of older versions have a truth value in the place of the scheme.
    let isPrefixed = try part.flag("add_prefix_space", default: true)
    guard let scheme = part["prepend_scheme"] else {
      prefix = isPrefixed ? .unlessThere : .none
      return
    }
    switch try scheme.text() {
    case "always" where isPrefixed: prefix = .unlessThere
    case "first" where isPrefixed: prefix = .unlessThereAtStart
    case "never": prefix = .none
    case let name: throw scheme.error("\(name) is not understood, only always, first and never")
    }
  }
}

/// Whether the decoder leaves out a space at the beginning: `Strip` behind `Replace`, `ByteFallback` and `Fuse`.
private func dropsFirstSpace(_ decoder: VocabularyNode?) throws(VocabularyError) -> Bool {
  guard let decoder else { return false }
  let parts = try flattened(decoder, under: "decoders")
  var types: [String] = []
  for part in parts { types.append(try part.member("type").text()) }
  guard types == ["Replace", "ByteFallback", "Fuse"] || types == ["Replace", "ByteFallback", "Fuse", "Strip"] else {
    throw decoder.error("is not understood here, only Replace, ByteFallback and Fuse, and Strip behind them")
  }
  try requireReplace(parts[0], "\u{2581}", " ")
  guard parts.count == 4 else { return false }
  try parts[3].allow(["type", "content", "start", "stop"])
  try parts[3].require("content", " ")
  guard try parts[3].member("start").id() == 1, try parts[3].member("stop").id() == 0 else {
    throw parts[3].error("is not understood, only one space at the start")
  }
  return true
}

private func requireReplace(_ part: VocabularyNode, _ old: String, _ new: String) throws(VocabularyError) {
  try part.allow(["type", "pattern", "content"])
  try part.member("pattern").require("String", old)
  try part.require("content", new)
}
