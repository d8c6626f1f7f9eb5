internal import TareTokens

/// The rank files that tiktoken 0.14 names with their checksums.
struct KnownRankFile {
  let name: String
  let specialTokens: [SpecialToken]

  init?(sha256: String) {
    let endOfText = { (id: TokenID) in SpecialToken(text: "<|endoftext|>", id: id) }
    switch sha256 {
    case "306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930":
      (name, specialTokens) = ("r50k_base", [endOfText(50_256)])
    case "94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069":
      (name, specialTokens) = ("p50k_base", [endOfText(50_256)])
    case "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7":
      (name, specialTokens) = ("cl100k_base", Encoding.cl100kBase.specialTokens)
    case "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d":
      (name, specialTokens) = ("o200k_base", Encoding.o200kBase.specialTokens)
    default: return nil
    }
  }
}

/// A rank file of tiktoken's form with the pattern that its engine splits by.
func readRankFile(
  _ bytes: [UInt8], pattern: String?, _ known: KnownRankFile?
) throws(VocabularyError) -> EncodingSource {
  guard let pattern = pattern ?? known?.name else {
    throw VocabularyError("", "a rank file holds no pattern: --pattern gives the name of an encoding or the expression")
  }
  do {
    let lines = try TiktokenFile.lines(of: bytes)
    return try rankedSource(
      lines, splitting: [try step(pattern)], specialTokens: known?.specialTokens ?? [], origin: .tiktoken)
  } catch let error as VocabularyError {
    throw error
  } catch {
    throw VocabularyError("", "\(error)")
  }
}

/// A vocabulary by ranks, none of which may stand twice.
func rankedSource(
  _ ranks: [EncodingSource.Token], splitting: [SplitStep], specialTokens: [SpecialToken], origin: EncodingSource.Origin
) throws -> EncodingSource {
  var seen = Set<TokenID>()
  for token in ranks where !seen.insert(token.id).inserted { throw PackingError.brokenRanks(Int(token.id)) }
  return try EncodingSource(ranks: ranks, splitting: splitting, specialTokens: specialTokens, origin: origin)
}

private func step(_ pattern: String) throws -> SplitStep {
  try SplitStep(encoding: pattern) ?? SplitStep(pattern: pattern, .fancyRegex)
}
