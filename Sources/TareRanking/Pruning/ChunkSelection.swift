internal import TareUnicode

/// The chunks of a pool between two steps of a pruning, best first.
struct ChunkSelection {
  private var kept: [PrunedChunks.Kept]
  private var dropped: [PrunedChunks.Dropped] = []

  init(_ chunks: [Chunk], relevance: [Relevance], overhead: Int, tokens: (Chunk) -> Int) {
    var scores = [Double](repeating: -.infinity, count: chunks.count)
    for judged in relevance where chunks.indices.contains(judged.chunk) && !judged.score.isNaN {
      scores[judged.chunk] = judged.score
    }
    kept = scores.indices.map { Relevance(chunk: $0, score: scores[$0]) }.ranked.map {
      PrunedChunks.Kept(chunk: $0.chunk, tokens: tokens(chunks[$0.chunk]) + overhead, score: $0.score)
    }
  }

  mutating func drop(below floor: Double) {
    keep { $0.score < floor ? .belowFloor : nil }
  }

  mutating func dropDuplicates(in chunks: [Chunk], threshold: Double) throws(UnicodeDataError) {
    var duplicates = NearDuplicates(threshold: threshold, splitter: try WordSplitter())
    keep { duplicates.original(of: chunks[$0.chunk].text, at: $0.chunk).map { .nearDuplicate(of: $0) } }
  }

  mutating func drop(beyond limit: Int) {
    var room = limit
    keep { _ in
      guard room > 0 else { return .beyondLimit }
      room -= 1
      return nil
    }
  }

  /// Takes the best that fit; one that does not fit leaves its room to those behind it.
  mutating func drop(over budget: Int) {
    var room = budget
    keep { candidate in
      guard candidate.tokens <= room else { return .overBudget }
      room -= candidate.tokens
      return nil
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

  /// Asks about each chunk, best first; one with a reason goes.
  private mutating func keep(_ reason: (PrunedChunks.Kept) -> PrunedChunks.DropReason?) {
    var staying: [PrunedChunks.Kept] = []
    for candidate in kept {
      guard let reason = reason(candidate) else {
        staying.append(candidate)
        continue
      }
      dropped.append(
        PrunedChunks.Dropped(
          chunk: candidate.chunk, tokens: candidate.tokens, score: candidate.score, reason: reason))
    }
    kept = staying
  }
}
