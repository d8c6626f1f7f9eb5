/// A pattern as git's `wildmatch` reads it, compiled to steps.
///
/// ```
/// docs/**/*.[mt]?    d o c s / (any folders) (star) . {m,t} (any)
/// ```
/// All ways to match are followed at once, step by step, so that no pattern takes longer than its length times that of
/// the path.
struct WildcardMatch: Sendable {
  private enum Step: Sendable {
    case byte(UInt8)
    /// `?`: any byte but a slash.
    case any
    /// `[…]`.
    case set(ByteSet)
    /// `*`: any bytes but slashes.
    case star
    /// `**` at an end: any bytes.
    case anything
    /// `**/`: nothing, or any bytes up to a slash.
    case folders
  }

  private let steps: [Step]

  /// - Parameter crossesFolders: Whether `**` means any number of folders; for a pattern that is held against a name
  ///   alone, it means what `*` does.
  /// - Returns: `nil` for a pattern that matches nothing, because a bracket or a backslash in it has no end.
  init?(_ pattern: ArraySlice<UInt8>, crossesFolders: Bool) {
    var steps: [Step] = []
    var rest = pattern
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "*"):
        let start = rest.startIndex
        rest = rest.drop { $0 == UInt8(ascii: "*") }
        steps.append(Self.stars(rest.startIndex - start, at: start, in: pattern, &rest, crossesFolders))
        continue
      case UInt8(ascii: "?"): steps.append(.any)
      case UInt8(ascii: "["):
        guard let set = ByteSet(bracket: &rest) else { return nil }
        steps.append(.set(set))
        continue
      case UInt8(ascii: "\\"):
        rest.removeFirst()
        guard let escaped = rest.first else { return nil }
        steps.append(.byte(escaped))
      default: steps.append(.byte(byte))
      }
      rest.removeFirst()
    }
    self.steps = steps
  }

  /// What stars stand for: two or more cross folders only between slashes or the ends. Git compares what stands in front
  /// of the first special character by itself, so that stars right behind it stand at a beginning, too.
  private static func stars(
    _ count: Int, at start: Int, in pattern: ArraySlice<UInt8>, _ rest: inout ArraySlice<UInt8>, _ crossesFolders: Bool
  ) -> Step {
    let isBehind =
      start == pattern.startIndex || pattern[start - 1] == UInt8(ascii: "/")
      || !pattern[..<start].contains { #"*?[\"#.utf8.contains($0) }
    guard crossesFolders, count > 1, isBehind else { return .star }
    guard let next = rest.first else { return .anything }
    guard next == UInt8(ascii: "/") else {
      return rest.starts(with: #"\/"#.utf8) ? .anything : .star
    }
    rest.removeFirst()
    return .folders
  }

  /// Whether the whole of `path` matches.
  ///
  /// - Complexity: O(*p* · *n*) in steps and bytes.
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    // reached[n]: the steps so far match the first n bytes.
    var reached = [true] + [Bool](repeating: false, count: path.count)
    for step in steps {
      var next = [Bool](repeating: false, count: path.count + 1)
      var isOpen = false
      if case .folders = step { next[0] = reached[0] }
      if case .star = step { next[0] = reached[0] }
      if case .anything = step { next[0] = reached[0] }
      for (offset, byte) in path.enumerated() {
        let isSlash = byte == UInt8(ascii: "/")
        isOpen = isOpen || reached[offset]
        switch step {
        case .byte(let wanted): next[offset + 1] = reached[offset] && byte == wanted
        case .any: next[offset + 1] = reached[offset] && !isSlash
        case .set(let set): next[offset + 1] = reached[offset] && !isSlash && set.contains(byte)
        case .star: next[offset + 1] = reached[offset + 1] || next[offset] && !isSlash
        case .anything: next[offset + 1] = reached[offset + 1] || isOpen
        case .folders: next[offset + 1] = reached[offset + 1] || isOpen && isSlash
        }
      }
      reached = next
    }
    return reached[path.count]
  }
}
