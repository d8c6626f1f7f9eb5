/// The coarsest division of all scalars such that each of some sets is a union of its parts: for a pattern, scalars of
/// one part are all the same.
struct ScalarPartition {
  /// For each part, which of the sets it is in.
  private(set) var members: [[Bool]] = []
  /// The part of each range of scalars, the ranges in order and without gaps.
  private(set) var ranges: [(end: UInt32, part: Int)] = []

  init(_ sets: [ScalarSet]) {
    var places = [0] as [UInt32]
    for range in sets.flatMap(\.ranges) { places += [range.lowerBound, range.upperBound + 1] }
    places = Set(places).filter { $0 <= 0x10FFFF }.sorted()
    var numbers: [[Bool]: Int] = [:]
    for (index, start) in places.enumerated() {
      let member = sets.map { $0.contains(start) }
      let part = numbers[member] ?? members.count
      if part == members.count {
        numbers[member] = part
        members.append(member)
      }
      ranges.append((index + 1 < places.count ? places[index + 1] - 1 : 0x10FFFF, part))
    }
  }

  /// The part of every scalar as a table in two stages: 4,352 block numbers of two bytes, then the distinct blocks of
  /// 256 parts, one byte each.
  var table: (blockNumbers: [UInt16], blocks: [UInt8]) {
    var numbers: [UInt16] = []
    var blocks: [UInt8] = []
    var known: [[UInt8]: UInt16] = [:]
    var range = 0
    for start in stride(from: UInt32(0), to: 0x110000, by: 256) {
      while ranges[range].end < start { range += 1 }
      var block = [UInt8](repeating: UInt8(truncatingIfNeeded: ranges[range].part), count: 256)
      if ranges[range].end < start + 255 {
        for value in start..<(start + 256) {
          while ranges[range].end < value { range += 1 }
          block[Int(value - start)] = UInt8(truncatingIfNeeded: ranges[range].part)
        }
      }
      let number = known[block] ?? UInt16(known.count)
      if known[block] == nil {
        known[block] = number
        blocks += block
      }
      numbers.append(number)
    }
    return (numbers, blocks)
  }
}
