internal import TareUnicode

/// The chunks of a pool between two steps of a pruning, best first.
struct ChunkSelection {
  private var kept: [PrunedChunks.Kept]
  private var dropped: [PrunedChunks.Dropped] = []

  init(_ chunks: [Chunk], relevance: [Relevance], tokens: (Chunk) -> Int) {
    var scores = [Double](repeating: -.infinity, count: chunks.count)
    for judged in relevance where chunks.indices.contains(judged.chunk) && !judged.score.isNaN {
      scores[judged.chunk] = judged.score
    }
    kept = scores.indices.map { Relevance(chunk: $0, score: scores[$0]) }.ranked.map {
      PrunedChunks.Kept(chunk: $0.chunk, tokens: tokens(chunks[$0.chunk]), score: $0.score)
    }
  }

  mutating func drop(below floor: Double) {
    decide { $0.score < floor ? .drop(.belowFloor) : .keep }
  }

  mutating func dropDuplicates(in chunks: [Chunk], threshold: Double) throws(UnicodeDataError) {
    let places = kept.map(\.chunk)
    var duplicates = NearDuplicates(places.map { chunks[$0].text }, threshold: threshold, splitter: try WordSplitter())
    var originals = duplicates.originals().makeIterator()
    decide { _ in
      guard let original = originals.next() ?? nil else { return .keep }
      return .drop(.nearDuplicate(of: places[original]))
    }
  }

  mutating func drop(beyond limit: Int) {
    var room = limit
    decide { _ in
      guard room > 0 else { return .drop(.beyondLimit) }
      room -= 1
      return .keep
    }
  }

  /// Takes the best that fit; one that does not fit leaves its room to those behind it.
  mutating func drop(over budget: Int) {
    var room = budget
    decide { candidate in
      guard candidate.tokens <= room else { return .drop(.overBudget) }
      room -= candidate.tokens
      return .keep
    }
  }

  /// Takes the best while they fit, and from the first that does not fit on `excerpts` of as many as have one.
  ///
  /// - Parameter excerpts: What stays of the chunks at some places, within so many tokens.
  mutating func cut(over budget: Int, excerpts: ([(chunk: Int, score: Double)], Int) -> [Int: Excerpt]) {
    var room = budget
    let whole = kept.prefix { candidate in
      room -= candidate.tokens
      return room >= 0
    }
    let left = budget - whole.reduce(0) { $0 + $1.tokens }
    let parts = excerpts(kept.dropFirst(whole.count).map { ($0.chunk, $0.score) }, left)
    let standing = Set(whole.map(\.chunk))
    decide { candidate in
      if standing.contains(candidate.chunk) { return .keep }
      return parts[candidate.chunk].map { .cut($0) } ?? .drop(.overBudget)
    }
  }

  func pruned(in order: ChunkPruning.Order) -> PrunedChunks {
    PrunedChunks(kept: ordered(by: order), dropped: dropped.sorted { $0.chunk < $1.chunk })
  }

  private func ordered(by order: ChunkPruning.Order) -> [PrunedChunks.Kept] {
    switch order {
    case .relevance: kept
    case .original: kept.sorted { $0.chunk < $1.chunk }
    case .edgesFirst: everySecond(from: 0) + everySecond(from: 1).reversed()
    }
  }

  private func everySecond(from first: Int) -> [PrunedChunks.Kept] {
    stride(from: first, to: kept.count, by: 2).map { kept[$0] }
  }

  private enum Decision {
    case keep
    case cut(Excerpt)
    case drop(PrunedChunks.DropReason)
  }

  /// Asks about each chunk, best first.
  private mutating func decide(_ decision: (PrunedChunks.Kept) -> Decision) {
    let candidates = kept
    kept = []
    for candidate in candidates {
      switch decision(candidate) {
      case .keep: kept.append(candidate)
      case .cut(let excerpt):
        kept.append(
          PrunedChunks.Kept(
            chunk: candidate.chunk, tokens: excerpt.tokens, score: candidate.score, excerpt: excerpt.text))
      case .drop(let reason):
        dropped.append(
          PrunedChunks.Dropped(
            chunk: candidate.chunk, tokens: candidate.tokens, score: candidate.score, reason: reason))
      }
    }
  }
}
