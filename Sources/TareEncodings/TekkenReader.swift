internal import TareTokens

/// A `tekken.json`: a rank list that is cut to the size of the vocabulary, with ids behind those of the special tokens.
func readTekken(_ root: VocabularyNode) throws(VocabularyError) -> EncodingSource {
  let config = try root.member("config")
  let specialCount = try config.member("default_num_special_tokens").id()
  let size = try config.member("default_vocab_size").id()
  guard size >= specialCount else { throw config.error("the vocabulary is smaller than its special tokens") }
  var ranks: [EncodingSource.Token] = []
  for entry in try root.member("vocab").elements() {
    let rank = try entry.member("rank").id()
    guard rank < size - specialCount else { continue }
    let text = try entry.member("token_bytes").utf8()
    guard let bytes = decodeBase64(text[...]) else { throw entry.error("token_bytes is no base64") }
    ranks.append((bytes, rank + specialCount))
  }
  guard ranks.count == Int(size - specialCount) else {
    throw VocabularyError("vocab", "has \(ranks.count) of the \(size - specialCount) tokens that config tells of")
  }
  let pattern = try config.member("pattern")
  do {
    return try rankedSource(
      ranks, splitting: [try SplitStep(pattern: try pattern.text(), .fancyRegex)],
      specialTokens: try specialTokens(root, count: specialCount), origin: .tekken)
  } catch let error as VocabularyError {
    throw error
  } catch let error as PatternError {
    throw pattern.error("\(error)")
  } catch {
    throw VocabularyError("vocab", "\(error)")
  }
}

/// The special tokens that the file names, and the filler that stands for every other id below `count`. Files of the
/// first versions name none; theirs are those that mistral-common gives them.
private func specialTokens(_ root: VocabularyNode, count: UInt32) throws(VocabularyError) -> [SpecialToken] {
  var names = [String?](repeating: nil, count: Int(count))
  if let listed = root["special_tokens"] {
    for entry in try listed.elements() {
      let rank = try entry.member("rank").id()
      guard rank < count else { throw entry.error("its rank is not below the number of special tokens, \(count)") }
      names[Int(rank)] = try entry.member("token_str").text()
    }
  } else {
    for (rank, name) in firstSpecialTokens.enumerated() where rank < names.count { names[rank] = name }
  }
  return names.enumerated().map { SpecialToken(text: $1 ?? "<SPECIAL_\($0)>", id: TokenID($0)) }
}

private let firstSpecialTokens = [
  "<unk>", "<s>", "</s>", "[INST]", "[/INST]", "[AVAILABLE_TOOLS]", "[/AVAILABLE_TOOLS]", "[TOOL_RESULTS]",
  "[/TOOL_RESULTS]", "[TOOL_CALLS]", "[IMG]", "<pad>", "[IMG_BREAK]", "[IMG_END]", "[PREFIX]", "[MIDDLE]", "[SUFFIX]",
  "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[TOOL_CONTENT]",
]
