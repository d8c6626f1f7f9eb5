// What a piece is must not depend on anything before its start: everything that counts a part of a text, goes on
// where it stopped, or counts again only what was edited rests on that. One pattern always gives that, since a scan
// looks only ahead. Of several in a row, an earlier one may have joined what a later one parts; beginning at such a
// part, the earlier one might find another match. These are the cases in which it does not.

extension SplitStep {
  /// Whether the pieces that these steps make depend on nothing before their starts: for each step but the last, its
  /// matches are one scalar, or begun later they end in the same place, or no later step divides them.
  package static func areLocal(_ steps: [SplitStep]) -> Bool {
    steps.indices.dropLast().allSatisfy { index in
      let table = steps[index].table
      if table.matchesOneScalar || table.matchesAreClosedUnderSuffix { return true }
      return steps[(index + 1)...].allSatisfy { $0.table.leavesWhole(matchesOf: table) }
    }
  }
}

extension PatternTable {
  /// For each state, whether some text leads from it to the end of a match.
  private var canMatch: [Bool] {
    var canMatch = [Bool](repeating: false, count: stateCount)
    var isSettled = false
    while !isSettled {
      isSettled = true
      for state in 0..<stateCount where !canMatch[state] {
        let leads = row(state).contains { $0 & 1 != 0 || canMatch[Int($0 >> 1)] }
        if leads { (canMatch[state], isSettled) = (true, false) }
      }
    }
    return canMatch
  }

  private func row(_ state: Int) -> ArraySlice<UInt16> {
    transitions[(state * (partCount + 1))..<((state + 1) * (partCount + 1))]
  }

  fileprivate var matchesOneScalar: Bool {
    let canMatch = canMatch
    return row(Int(Self.start)).allSatisfy { first in
      row(Int(first >> 1)).allSatisfy { !canMatch[Int($0 >> 1)] }
    }
  }

  /// Whether a match goes on as one that begins at any later scalar of it would.
  fileprivate var matchesAreClosedUnderSuffix: Bool {
    let canMatch = canMatch
    let kinds = stateKinds
    return (2..<stateCount).allSatisfy { state in
      zip(row(state), row(Int(Self.start))).allSatisfy { next, fresh in
        !canMatch[Int(next >> 1)] || kinds[Int(next >> 1)] == kinds[Int(fresh >> 1)]
      }
    }
  }

  /// Whether this pattern never divides a match of `other`: over the scalars that such matches are made of it finds
  /// nothing at all, or always everything up to the end.
  fileprivate func leavesWhole(matchesOf other: PatternTable) -> Bool {
    let parts = Set(partPairs(with: other).filter { other.isUsed($0.1) }.map(\.0)).subtracting([partCount])
    var seen: Set<UInt16> = [Self.start]
    var pending = [Self.start]
    var findsNothing = true
    var findsEverything = true
    while let state = pending.popLast() {
      for part in parts {
        let transition = transition(state, part)
        if transition & 1 != 0 { findsNothing = false }
        if transition >> 1 == Self.dead { findsEverything = false }
        if seen.insert(transition >> 1).inserted { pending.append(transition >> 1) }
      }
      guard state != Self.start else { continue }
      if transition(state, partCount) & 1 != 0 { findsNothing = false } else { findsEverything = false }
    }
    return findsNothing || findsEverything
  }

  /// Whether a match may contain a scalar of the part.
  private func isUsed(_ part: Int) -> Bool {
    guard part < partCount else { return false }
    let canMatch = canMatch
    return (1..<stateCount).contains { canMatch[Int(transition(UInt16($0), part) >> 1)] }
  }
}
