/// The patterns of one `.gitignore`, or of `.git/info/exclude`.
///
/// Read by itself and not by the `git` program: a search in folders asks about each name it comes upon, a folder that is
/// no repository may hold such a file, and machines that lint prompts may have no git. What git says about generated
/// files and paths is what a test holds this against.
public struct IgnoreFile: Sendable {
  /// What a file says about a path.
  public enum Verdict: Sendable, Hashable {
    /// It is ignored.
    case ignored
    /// It is not, whatever files of folders above say.
    case included
  }

  private struct Line: Sendable {
    let match: WildcardMatch
    let isNegated: Bool
    let isForFolders: Bool
    /// Whether it is held against the name alone.
    let isForNames: Bool
  }

  private let lines: [Line]

  /// The patterns in the bytes of a file. A line that is no pattern is passed over, as git does.
  ///
  /// - Complexity: O(*n*) in bytes.
  public init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let isWhole = text.last == 0x0A
    let parts = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines = parts.enumerated().compactMap { index, line in
      // Git cuts a CR off in front of an LF, also of the one it adds at the end.
      let isEnd = index == parts.count - 1 && isWhole
      return isEnd ? nil : Self.line(line.last == 0x0D ? line.dropLast() : line)
    }
  }

  private static func line(_ line: ArraySlice<UInt8>) -> Line? {
    guard line.first != UInt8(ascii: "#") else { return nil }
    var pattern = withoutTrailingBlanks(line)
    let isNegated = pattern.first == UInt8(ascii: "!")
    if isNegated { pattern.removeFirst() }
    let isForFolders = pattern.count > 0 && pattern.last == UInt8(ascii: "/")
    if isForFolders { pattern.removeLast() }
    let isForNames = !pattern.contains(UInt8(ascii: "/"))
    if !isForNames, pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
    guard !pattern.isEmpty || !isForNames, let match = WildcardMatch(pattern, crossesFolders: !isForNames) else {
      return nil
    }
    return Line(match: match, isNegated: isNegated, isForFolders: isForFolders, isForNames: isForNames)
  }

  /// The line without the blanks at its end, but for one behind a backslash.
  private static func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let isEscape = line[index] == UInt8(ascii: "\\") && index + 1 < line.endIndex
      let next = index + (isEscape ? 2 : 1)
      if line[index] != 0x20 { end = next }
      index = next
    }
    return line[..<end]
  }

  /// What the file says about the file or folder at `path`, which is relative to the folder of this file; `nil` where it
  /// says nothing. The last line that fits decides. Whether a folder above is ignored has to be asked first: what lies
  /// in an ignored folder is ignored.
  ///
  /// - Complexity: O(*p* · *n*) in the bytes of patterns and path.
  public func verdict(on path: String, isFolder: Bool) -> Verdict? {
    let bytes = Array(path.utf8)[...]
    let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[($0 + 1)...] } ?? bytes
    let line = lines.last { line in
      (isFolder || !line.isForFolders) && line.match.matches(line.isForNames ? name : bytes)
    }
    return line.map { $0.isNegated ? .included : .ignored }
  }
}
