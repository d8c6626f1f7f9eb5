/// A set of Unicode scalars as sorted ranges that neither meet nor overlap, so that equal sets are equal values.
struct ScalarSet: Hashable, Sendable {
  let ranges: [ClosedRange<UInt32>]

  /// No scalar.
  static let none = ScalarSet([])
  /// Every scalar.
  static let all = ScalarSet([0...0x10FFFF])

  /// The scalars of any number of ranges, in any order.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// The given scalars.
  init(of scalars: [Unicode.Scalar]) { self.init(scalars.map { $0.value...$0.value }) }

  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return ScalarSet(gaps)
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  func intersection(_ other: ScalarSet) -> ScalarSet { inverted.union(other.inverted).inverted }

  /// Whether the scalar of that value is in the set.
  ///
  /// - Complexity: O(log *n*) in ranges.
  func contains(_ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}

extension ScalarSet {
  /// `\s`: the property White_Space, stable since Unicode 6.3.
  static let whiteSpace = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  /// The punctuation and symbols of ASCII.
  static let asciiPunctuation = ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])

  /// `\p{Han}`: the script Han of Unicode 16.0 (`Scripts.txt`), the only script that a published pattern names.
  static let han = ScalarSet([
    0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x3005...0x3005, 0x3007...0x3007, 0x3021...0x3029,
    0x3038...0x303B, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFA6D, 0xFA70...0xFAD9, 0x16FE2...0x16FE3,
    0x16FF0...0x16FF1, 0x20000...0x2A6DF, 0x2A700...0x2B739, 0x2B740...0x2B81D, 0x2B820...0x2CEA1, 0x2CEB0...0x2EBE0,
    0x2EBF0...0x2EE5D, 0x2F800...0x2FA1D, 0x30000...0x3134A, 0x31350...0x323AF,
  ])

  /// The set with the other case of its ASCII letters, and of U+017F and U+212A, which fold to s and k.
  ///
  /// - Returns: `nil` when the set has other scalars beyond ASCII, whose folding is not known here.
  var foldingCase: ScalarSet? {
    var scalars = ranges
    for range in ranges {
      guard range.upperBound < 0x80 || range == 0x17F...0x17F || range == 0x212A...0x212A else { return nil }
      for value in range {
        let isLetter = (0x61...0x7A).contains(value | 0x20) && value < 0x80
        if isLetter { scalars.append((value ^ 0x20)...(value ^ 0x20)) }
        if value | 0x20 == 0x73 || value == 0x17F { scalars += [0x53...0x53, 0x73...0x73, 0x17F...0x17F] }
        if value | 0x20 == 0x6B || value == 0x212A { scalars += [0x4B...0x4B, 0x6B...0x6B, 0x212A...0x212A] }
      }
    }
    return ScalarSet(scalars)
  }
}
