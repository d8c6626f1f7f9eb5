extension Encoding {
  /// Whether every text has the tokens of its parts where it is cut behind a line feed, if neither white space nor a slash
  /// follows: so it is for the patterns of o200k_base and cl100k_base, where nothing else is done to the text. That of
  /// GPT-2 takes a run of white space whole where the text ends.
  package var splitsAtLines: Bool {
    guard !changesText, addedTokens(.text) == nil else { return false }
    return splitting == .o200k || splitting == .cl100k
  }
}
