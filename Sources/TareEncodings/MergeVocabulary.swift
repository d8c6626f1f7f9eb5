internal import TareJSON
internal import TareTokens

/// The tokens of a BPE model in the order in which they merge.
///
/// A list of merges may have several for one token. Only one of them can ever be made: while a token is being made
/// nothing merges across its edges, so its symbols merge as they would alone, and the last of those merges is always
/// the same. The rank of that one is the token's, and a token that none of its merges makes is never made at all.
struct MergeVocabulary {
  let tokens: [EncodingSource.Token]
  /// Tokens that no merges make, those of `added` aside.
  let wholePieces: [EncodingSource.Token]

  private struct Merge {
    let left: Int
    let right: Int
    let result: Int
  }

  init(
    _ model: VocabularyNode, without added: [SpecialToken], symbols: MergeSymbols = .bytes
  ) throws(VocabularyError) {
    try Self.checkOptions(model)
    let list = try TokenList(try model.member("vocab"), without: added, symbols: symbols)
    let merges = try Self.merges(try model.member("merges"), list)
    let order = Self.order(list, merges)
    tokens = order.map { (list.bytes[$0], list.ids[$0]) }
    let made = Set(order.map { list.ids[$0] })
    wholePieces = list.bytes.indices.filter { !made.contains(list.ids[$0]) && !list.isAdded[$0] }.map {
      (list.bytes[$0], list.ids[$0])
    }
  }

  private static func checkOptions(_ model: VocabularyNode) throws(VocabularyError) {
    try model.allow([
      "type", "dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk", "byte_fallback",
      "ignore_merges", "vocab", "merges",
    ])
    if let dropout = model["dropout"], dropout.value.numberText.flatMap({ Double($0) }) != 0 {
      throw dropout.error("merges are left out by chance")
    }
    for name in ["continuing_subword_prefix", "end_of_word_suffix"] {
      if let affix = model[name], try !affix.text().isEmpty { throw affix.error("an affix is not understood") }
    }
  }

  // MARK: Merges

  private static func merges(_ node: VocabularyNode, _ list: TokenList) throws(VocabularyError) -> [Merge] {
    var merges: [Merge] = []
    for entry in try node.elements() {
      let (left, right) = try parts(of: entry)
      guard let leftIndex = list.indices[left], let rightIndex = list.indices[right],
        let result = list.indices[left + right]
      else { throw entry.error("names a token that the vocabulary does not have") }
      guard ![leftIndex, rightIndex, result].contains(where: { list.isByteName[$0] }) else {
        throw entry.error("merges the token of a byte, which is not understood")
      }
      merges.append(Merge(left: leftIndex, right: rightIndex, result: result))
    }
    return merges
  }

  /// The two tokens of `"a b"` or `["a", "b"]`.
  private static func parts(of entry: VocabularyNode) throws(VocabularyError) -> ([UInt8], [UInt8]) {
    if entry.value.kind == .string {
      let text = try entry.utf8()
      let parts = text.split(separator: 0x20, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw entry.error("is not two tokens with a space between them") }
      return (Array(parts[0]), Array(parts[1]))
    }
    let parts = try entry.elements()
    guard parts.count == 2 else { throw entry.error("is not two tokens") }
    return (try parts[0].utf8(), try parts[1].utf8())
  }

  // MARK: Order

  /// The symbols, then each token where the merge stands that makes it.
  private static func order(_ list: TokenList, _ merges: [Merge]) -> [Int] {
    var order = list.symbolIndices
    var isMade = [Bool](repeating: false, count: list.bytes.count)
    for index in order { isMade[index] = true }
    var ranks: [UInt64: (rank: Int, result: Int)] = [:]
    for (rank, merge) in merges.enumerated() where !isMade[merge.result] {
      guard let symbols = list.symbols(of: merge.result) else { continue }
      guard merged(symbols, ranks) == [merge.left, merge.right] else { continue }
      ranks[key(merge.left, merge.right)] = (rank, merge.result)
      isMade[merge.result] = true
      order.append(merge.result)
    }
    return order
  }

  /// Merges the pair of lowest rank, the leftmost first, until none is left.
  private static func merged(_ symbols: [Int], _ ranks: [UInt64: (rank: Int, result: Int)]) -> [Int] {
    var parts = symbols
    while parts.count > 1 {
      var best: (rank: Int, result: Int)?
      var place = 0
      for index in 0..<(parts.count - 1) {
        guard let found = ranks[key(parts[index], parts[index + 1])], found.rank < best?.rank ?? .max else { continue }
        (best, place) = (found, index)
      }
      guard let best else { break }
      parts[place] = best.result
      parts.remove(at: place + 1)
    }
    return parts
  }

  private static func key(_ left: Int, _ right: Int) -> UInt64 { UInt64(left) << 32 | UInt64(right) }
}
