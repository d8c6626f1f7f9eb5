internal import TareJSON
internal import TareTokens

/// The tokens of a BPE model in the order in which they merge.
///
/// A list of merges may have several for one token. Only one of them can ever be made: while a token is being made
/// nothing merges across its edges, so its symbols merge as they would alone, and the last of those merges is always
/// the same. The rank of that one is the token's, and a token that none of its merges makes is never made at all.
struct MergeVocabulary {
  let tokens: [EncodingSource.Token]
  /// The two tokens that make each, where that does not follow from their order.
  let parts: [TokenParts]?
  /// Tokens that no merges make, those of `added` aside.
  let wholePieces: [EncodingSource.Token]

  private struct Merge {
    let left: Int
    let right: Int
    let result: Int
  }

  init(
    _ model: VocabularyNode, without added: [AddedToken], symbols: MergeSymbols = .bytes
  ) throws(VocabularyError) {
    try Self.checkOptions(model)
    let list = try TokenList(try model.member("vocab"), without: added, symbols: symbols)
    try Self.checkIDs(added, list)
    let merges = try Self.merges(try model.member("merges"), list)
    let (order, parts) = try Self.order(list, merges)
    self.parts = parts
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

  /// An added token that the vocabulary has too is that token, and no other.
  private static func checkIDs(_ added: [AddedToken], _ list: TokenList) throws(VocabularyError) {
    var names: [TokenID: [UInt8]] = [:]
    for (name, index) in list.indices { names[list.ids[index]] = name }
    for token in added where !token.options.contains(.special) {
      let known = list.indices[Array(token.text.utf8)].map { list.ids[$0] }
      if known == token.id { continue }
      if let known {
        throw VocabularyError(
          "added_tokens", "\"\(token.text)\" has the id \(token.id), and \(known) in the vocabulary")
      }
      guard let name = names[token.id].map({ String(decoding: $0, as: UTF8.self) }) else { continue }
      throw VocabularyError("added_tokens", "\"\(token.text)\" has the id of \"\(name)\" in the vocabulary")
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

  private struct Merging {
    /// The place in the list and the token that each pair merges to. A pair that stands twice has its later place.
    let pairs: [UInt64: (place: Int, result: Int)]

    init(_ merges: [Merge]) {
      pairs = Dictionary(merges.enumerated().map { (Self.key($1.left, $1.right), ($0, $1.result)) }) { $1 }
    }

    private static func key(_ left: Int, _ right: Int) -> UInt64 { UInt64(left) << 32 | UInt64(right) }

    /// Merges the pair that comes first in the list, the leftmost first, until none is left; the place of the last
    /// merge when it made one token of all.
    func lastPlace(_ symbols: [Int]) -> Int? {
      var parts = symbols
      var last: Int?
      while parts.count > 1 {
        var best: (place: Int, result: Int)?
        var index = 0
        for left in 0..<(parts.count - 1) {
          guard let found = pairs[Self.key(parts[left], parts[left + 1])], found.place < best?.place ?? .max else {
            continue
          }
          (best, index) = (found, left)
        }
        guard let best else { return nil }
        parts[index] = best.result
        parts.remove(at: index + 1)
        last = best.place
      }
      return last
    }
  }

  /// The symbols, then each token where the merge stands that makes it; and the two parts of each by their ranks, where
  /// some token's are of higher rank.
  private static func order(
    _ list: TokenList, _ merges: [Merge]
  ) throws(VocabularyError) -> (tokens: [Int], parts: [TokenParts]?) {
    let merging = Merging(merges)
    var isSeen = [Bool](repeating: false, count: list.bytes.count)
    for index in list.symbolIndices { isSeen[index] = true }
    var places: [Int] = []
    for merge in merges where !isSeen[merge.result] {
      isSeen[merge.result] = true
      guard list.bytes[merge.result].count < 256 else {
        throw VocabularyError("model.merges", "makes a token of more than 255 bytes")
      }
      if let place = list.symbols(of: merge.result).flatMap(merging.lastPlace) { places.append(place) }
    }
    places.sort()
    let tokens = list.symbolIndices + places.map { merges[$0].result }
    var ranks: [Int: Int] = [:]
    for (rank, token) in tokens.enumerated() { ranks[token] = rank }
    let parts = places.map { TokenParts(left: ranks[merges[$0].left] ?? 0, right: ranks[merges[$0].right] ?? 0) }
    let first = list.symbolIndices.count
    let isInOrder = parts.enumerated().allSatisfy { max($1.left, $1.right) < first + $0 }
    return (tokens, isInOrder ? nil : (0..<first).map { TokenParts(left: $0, right: $0) } + parts)
  }
}
