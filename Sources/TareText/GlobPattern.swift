/// A shell pattern over paths: `*` and `?` within one part, `[a-z]`, and `**` over any number of parts.
public struct GlobPattern: Sendable, Hashable {
  private let parts: [[UInt8]]

  /// The pattern in `pattern`; every text is one.
  public init(_ pattern: String) {
    parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map { Array($0.utf8) }
  }

  /// Whether the whole of `path` matches.
  ///
  /// - Complexity: O(*p* · *n*) in the bytes of pattern and path.
  public func matches(_ path: String) -> Bool { match(path).isWhole }

  /// Whether some path below `folder` could match, so that no other folder need be looked into.
  public func couldMatch(below folder: String) -> Bool { match(folder).isBeginning }

  private func match(_ path: String) -> (isWhole: Bool, isBeginning: Bool) {
    let names = path.split(separator: "/", omittingEmptySubsequences: false).map { Array($0.utf8) }
    // reachable[j]: the parts of the pattern seen so far match the first j names.
    var reachable = [true] + [Bool](repeating: false, count: names.count)
    var isBeginning = false
    for part in parts {
      isBeginning = isBeginning || reachable[names.count]
      var next = [Bool](repeating: false, count: names.count + 1)
      for count in 0...names.count {
        if part == Array("**".utf8) {
          next[count] = reachable[count] || (count > 0 && next[count - 1])
        } else if count > 0, reachable[count - 1] {
          next[count] = partMatches(part, names[count - 1])
        }
      }
      // Whatever follows "**" may begin below, too.
      isBeginning = isBeginning || (part == Array("**".utf8) && next[names.count])
      reachable = next
    }
    return (reachable[names.count], isBeginning)
  }

  /// One part against one name, in time proportional to their product: the star restarts, it does not recurse.
  private func partMatches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var p = 0
    var n = 0
    var restart: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        restart = (p + 1, n)
        p += 1
      } else if let length = oneByteMatch(pattern, at: p, name[n]) {
        p += length
        n += 1
      } else if let (after, from) = restart {
        restart = (after, from + 1)
        p = after
        n = from + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// How many bytes of the pattern at `p` match the byte, or `nil` when they do not.
  private func oneByteMatch(_ pattern: [UInt8], at p: Int, _ byte: UInt8) -> Int? {
    guard p < pattern.count else { return nil }
    switch pattern[p] {
    case UInt8(ascii: "?"): return 1
    case UInt8(ascii: "["):
      guard let end = pattern[(p + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
        return byte == pattern[p] ? 1 : nil
      }
      return classMatches(pattern[(p + 1)..<end], byte) ? end - p + 1 : nil
    default: return pattern[p] == byte ? 1 : nil
    }
  }

  private func classMatches(_ set: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    var set = set
    let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
    if isNegated { set = set.dropFirst() }
    while let low = set.popFirst() {
      if set.count >= 2, set.first == UInt8(ascii: "-") {
        set.removeFirst()
        let high = set.removeFirst()
        if low <= byte, byte <= high { return !isNegated }
      } else if low == byte {
        return !isNegated
      }
    }
    return isNegated
  }
}
