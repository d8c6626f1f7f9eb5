internal import TareTokens

/// The longest name of an added token, in bytes: several times that of any published one.
private let longestName = 255

/// The added tokens, in the order of their ids.
///
/// Those that are not called special are found in every text, as the tokenizers do, and are part of what it comes to;
/// special ones are text unless a caller says otherwise, for a user's text must not forge a control mark.
func readAddedTokens(_ list: VocabularyNode?) throws(VocabularyError) -> [AddedToken] {
  guard let list else { return [] }
  var tokens: [AddedToken] = []
  var texts: Set<String> = []
  var ids: Set<TokenID> = []
  var begins = false
  for entry in try list.elements() {
    let token = try addedToken(entry)
    guard texts.insert(token.text).inserted else { throw entry.error("\"\(token.text)\" stands twice") }
    let isShared = !ids.insert(token.id).inserted
    if isShared, !token.options.contains(.special) { throw entry.error("the id is that of another added token") }
    begins = begins || token.text.unicodeScalars.first.map(\.properties.isWhitespace) ?? false
    tokens.append(token)
  }
  if begins, let index = tokens.firstIndex(where: { $0.options.contains(.takesSpaceBehind) }) {
    throw VocabularyError(
      "\(list.path)[\(index)].rstrip", "true is not understood beside added tokens that begin with white space")
  }
  return tokens.sorted { ($0.id, $0.text) < ($1.id, $1.text) }
}

private func addedToken(_ entry: VocabularyNode) throws(VocabularyError) -> AddedToken {
  try entry.allow(["id", "content", "single_word", "lstrip", "rstrip", "normalized", "special"])
  let text = try entry.member("content").text()
  guard (1...longestName).contains(text.utf8.count) else {
    throw entry.error(text.isEmpty ? "the content is empty" : "the content has more than \(longestName) bytes")
  }
  let isSpecial = try entry.flag("special", default: false)
  var options: AddedToken.Options = isSpecial ? .special : []
  for (name, option) in [
    ("lstrip", AddedToken.Options.takesSpaceBefore), ("rstrip", .takesSpaceBehind), ("single_word", .wholeWord),
  ] where try entry.flag(name, default: false) {
    options.insert(option)
  }
  if try entry.flag("normalized", default: !isSpecial) { options.insert(.normalized) }
  return AddedToken(text: text, id: try entry.member("id").id(), options: options)
}
