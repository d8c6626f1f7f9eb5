/// A pattern over the files below one folder, as settings name them.
///
/// ```
/// drafts            everything of that name, wherever it stands, and all that is below
/// *.md              the same for every name that matches
/// prompts/*.md      with a "/": from the folder on
/// prompts/**/*.md   "**" stands for any number of folders
/// /AGENTS.md        only here
/// *.{md,txt}        either of them
/// ```
public struct PathPattern: Sendable, Hashable {
  /// The pattern as it was written.
  public let text: String
  /// The folder it holds for.
  public let folder: LexicalPath
  private let globs: [GlobPattern]

  /// How many patterns braces may stand for.
  private static let mostAlternatives = 1_000

  /// The pattern `text` for what lies below `folder`.
  public init(_ text: String, below folder: LexicalPath) {
    self.text = text
    self.folder = folder
    var pattern = text[...]
    while pattern.hasPrefix("./") { pattern = pattern.dropFirst(2) }
    if pattern.hasSuffix("/") { pattern.removeLast() }
    let isAnchored = pattern.contains("/")
    if pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
    let alternatives = withoutBraces(String(pattern), most: Self.mostAlternatives)
    globs = alternatives.map { GlobPattern(isAnchored ? $0 : "**/" + $0) }
  }

  /// Whether the pattern takes `path`, or a folder above it.
  ///
  /// - Complexity: O(*p* · *n*) in the bytes of pattern and path, for each folder.
  public func matches(_ path: LexicalPath) -> Bool {
    guard let relative = path.relative(to: folder) else { return false }
    var end = relative.endIndex
    while true {
      if globs.contains(where: { $0.matches(String(relative[..<end])) }) { return true }
      guard let slash = relative[..<end].lastIndex(of: "/") else { return false }
      end = slash
    }
  }
}

/// The patterns that one with `{a,b}` stands for; a brace without its partner is a brace.
private func withoutBraces(_ pattern: String, most: Int) -> [String] {
  var done: [String] = []
  var open = [pattern]
  while let next = open.popLast() {
    guard done.count + open.count < most, let parts = firstAlternatives(of: next) else {
      done.append(next)
      continue
    }
    open += parts.reversed()
  }
  return done
}

/// The pattern once for each alternative of its first pair of braces, or `nil` where it has none.
private func firstAlternatives(of pattern: String) -> [String]? {
  guard let opening = pattern.firstIndex(of: "{") else { return nil }
  var depth = 0
  var starts = [pattern.index(after: opening)]
  for index in pattern[opening...].indices {
    switch pattern[index] {
    case "{": depth += 1
    case "}": depth -= 1
    case "," where depth == 1: starts.append(pattern.index(after: index))
    default: break
    }
    guard depth == 0 else { continue }
    let ends = starts.dropFirst().map { pattern.index(before: $0) } + [index]
    let rest = pattern[pattern.index(after: index)...]
    return zip(starts, ends).map { pattern[..<opening] + String(pattern[$0..<$1]) + rest }
  }
  return nil
}
