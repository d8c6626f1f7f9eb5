extension PieceWalk {
  /// The place before which every end of a piece is settled by the first `offset` bytes alone, whatever follows them.
  ///
  /// ```
  /// … the last word HTTP▕ what follows       … a line.      ▕ what follows
  ///                ▲ here                             ▲ here
  /// ```
  /// A pre-tokenizer decides where a piece ends by looking past that end *e*, and each of its looks is one of these:
  ///
  /// - the one scalar at *e*: settled when *e* < `offset`, for both are at the edges of scalars;
  /// - a contraction, at most three bytes from *e*: settled when *e* + 3 ≤ `offset`;
  /// - the run of capitals that begins at *e* and the scalar behind it (o200k: whether small letters follow decides
  ///   whether the capitals belong to this word): settled when the run ends before `offset`;
  /// - the run of white space that begins at *e* and the scalar behind it: the same;
  /// - whether the text ends there: settled as the scalar at *e*.
  ///
  /// So *e* is settled when it is before the run of capitals and the run of white space that end at `offset`, and
  /// before its last two bytes. Then every earlier end is settled as well: a run that begins earlier and reaches
  /// `offset` would pass *e*.
  ///
  /// An added token, which ends the stretch before it like the end of a text, may begin wherever its whole name would not
  /// be there yet: `offset` is then taken to be before all such places.
  ///
  /// Patterns that are read at run time may look at anything: there the pieces are walked, and the end is where the
  /// first of them begins that was found by looking at the end of the text.
  ///
  /// - Parameter floor: Where the caller's interest begins: a run is not followed further back.
  /// - Complexity: O(length of those two runs); O(*n*) for a pattern that was read at run time.
  func settledEnd(_ offset: Int, notBefore floor: Int = 0) -> Int {
    let whole = text.wholeScalars(before: offset)
    if isTabled { return cut(at: whole).settledStart() }
    // A token that begins behind may end the text here for the pieces before it.
    let known = text.wholeScalars(before: max(0, whole - (longestAddedToken - 1)))
    let capitals = runStart(before: known, ScalarClass.upper, floor)
    let whiteSpace = runStart(before: known, ScalarClass.whiteSpace, floor)
    return max(0, min(capitals, whiteSpace, known - 2))
  }

  /// The start of the first piece for which the end of the text was looked at.
  private func settledStart() -> Int {
    var start = 0
    while start < end {
      let next = pieceEnd(start)
      if dependsOnEnd { break }
      start = next
    }
    return start
  }

  /// The start of the longest run of scalars that ends at `offset` and whose classes are in `mask`; a place at or
  /// before `floor` when it reaches that far.
  private func runStart(before offset: Int, _ mask: UInt8, _ floor: Int) -> Int {
    var start = offset
    while start > floor {
      let previous = text.scalarStart(before: start)
      if scalar(previous).classBit & mask == 0 { break }
      start = previous
    }
    return start
  }
}
