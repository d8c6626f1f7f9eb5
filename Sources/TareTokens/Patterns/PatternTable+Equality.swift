extension PatternTable {
  /// Whether both find the same matches in every text: from the two starts, every scalar leads both to an end that may
  /// be the last one or neither, and on to two states of which the same is true.
  ///
  /// - Complexity: O(*n* · *m* · *p*) in the states of both and the pairs of parts that some scalar has.
  func matchesAs(_ other: PatternTable) -> Bool {
    let pairs = partPairs(with: other)
    let (isLast, isOthersLast) = (mayBeLast, other.mayBeLast)
    var seen: Set<UInt32> = [UInt32(Self.start) << 16 | UInt32(Self.start)]
    var pending = Array(seen)
    while let states = pending.popLast() {
      let (mine, others) = (Int(states >> 16), Int(states & 0xFFFF))
      for (part, otherPart) in pairs {
        let (index, otherIndex) = (mine * (partCount + 1) + part, others * (other.partCount + 1) + otherPart)
        guard isLast[index] == isOthersLast[otherIndex] else { return false }
        let next = UInt32(transitions[index] >> 1) << 16 | UInt32(other.transitions[otherIndex] >> 1)
        if seen.insert(next).inserted { pending.append(next) }
      }
    }
    return true
  }

  /// The parts of both that some scalar has, and the two ends of the text.
  func partPairs(with other: PatternTable) -> [(Int, Int)] {
    var pairs = Set<UInt32>()
    for block in blockNumbers.indices {
      let mine = Int(blockNumbers[block]) << 8
      let others = Int(other.blockNumbers[block]) << 8
      for index in 0..<256 { pairs.insert(UInt32(blocks[mine + index]) << 16 | UInt32(other.blocks[others + index])) }
    }
    return pairs.map { (Int($0 >> 16), Int($0 & 0xFFFF)) } + [(partCount, other.partCount)]
  }

  /// For each transition, whether a match that ends before it can be the one that counts: whether some text behind it
  /// has no later end. Spellings of one pattern differ in the ends that are always passed.
  var mayBeLast: [Bool] {
    var isOpen = [Bool](repeating: false, count: stateCount)
    isOpen[Int(Self.dead)] = true
    var isSettled = false
    while !isSettled {
      isSettled = true
      for state in 0..<stateCount where !isOpen[state] {
        let row = state * (partCount + 1)
        let opens = (0...partCount).contains { part in
          transitions[row + part] & 1 == 0 && isOpen[Int(transitions[row + part] >> 1)]
        }
        if opens { (isOpen[state], isSettled) = (true, false) }
      }
    }
    return transitions.map { $0 & 1 != 0 && isOpen[Int($0 >> 1)] }
  }

  /// A number for each state, the same for two from which the same is found in every text (Moore's refinement).
  var stateKinds: [Int] {
    let isLast = mayBeLast
    var kinds = [Int](repeating: 0, count: stateCount)
    var kindCount = 1
    while true {
      var numbers: [[Int]: Int] = [:]
      let refined = (0..<stateCount).map { state in
        let row = (state * (partCount + 1))..<((state + 1) * (partCount + 1))
        let key = [kinds[state]] + row.map { kinds[Int(transitions[$0] >> 1)] * 2 + (isLast[$0] ? 1 : 0) }
        let number = numbers[key] ?? numbers.count
        numbers[key] = number
        return number
      }
      if numbers.count == kindCount { return refined }
      (kinds, kindCount) = (refined, numbers.count)
    }
  }
}
