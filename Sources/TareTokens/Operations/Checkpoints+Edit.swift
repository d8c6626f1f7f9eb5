extension Checkpoints {
  /// The checkpoints of a text after a change, from those before it.
  ///
  /// ```
  /// before  |----|----|--[replaced]---|----|----|
  /// after   |----|----|--[ changed    ]---|----|----|
  ///              kept ▲ walk ──────────── ▲ the first old checkpoint that the walk meets; from here all is as it was
  /// ```
  /// Up to `kept` nothing can have changed (law 2 of ``PieceWalk``). Where the walk over the new text meets an old
  /// checkpoint behind the change, both texts are equal from there on, and so are their pieces (law 1). That every
  /// place the walk passes is compared is not needed: the end of the text is a checkpoint as well.
  ///
  /// - Parameters:
  ///   - walk: A walk over the text after the change.
  ///   - kept: The index of a checkpoint that the change leaves as it is.
  ///   - changed: The bytes of the new text that are new.
  ///   - replaced: How many bytes of the old text they replace.
  func recounted(_ walk: consuming PieceWalk, from kept: Int, changed: Range<Int>, replaced: Int) -> Checkpoints {
    var walk = walk
    let growth = changed.count - replaced
    var next = 1 + (last(offset: { $0 < changed.lowerBound + replaced }) ?? -1)
    var result = prefix(through: kept)
    var place = offsets[kept]
    var total = tokens[kept]
    let last = walk.end
    while place < last {
      if place >= changed.upperBound {
        while next < offsets.count, offsets[next] + growth < place { next += 1 }
        if next < offsets.count, offsets[next] + growth == place { break }
      }
      let end = walk.pieceEnd(place)
      total += walk.count(place, end)
      place = end
      result.note(place, total, reach: walk.furthest, isLast: place == last)
    }
    if place < last { result.append(self, from: next, offsetBy: growth, tokensBy: total - tokens[next]) }
    return result
  }

  /// Adds checkpoints of another text that both end alike.
  private mutating func append(_ other: Checkpoints, from first: Int, offsetBy growth: Int, tokensBy difference: Int) {
    var first = first
    // Where the two meet, checkpoints would come ever closer together with each edit.
    let previous = offsets[offsets.count - 1]
    if first + 1 < other.offsets.count, other.offsets[first + 1] + growth - previous <= 2 * spacing { first += 1 }
    for index in first..<other.offsets.count where other.offsets[index] + growth > previous {
      let reach = other.reaches.isEmpty ? 0 : other.reaches[index] + growth
      append(other.offsets[index] + growth, other.tokens[index] + difference, reach: reach)
    }
  }
}
