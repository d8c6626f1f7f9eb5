import TareText
import TareYAML

/// Reads front matter: composed to nodes, never constructed, so that no value is typed by guesswork and no alias is
/// expanded.
struct FrontMatterReader {
  let file: PromptFile
  let block: FrontMatterBlock

  /// Budgets that honest front matter never comes near and hostile YAML runs into.
  enum Limit {
    static let bytes = 65_536
    static let aliases = 32
    static let nesting = 64
    static let nodes = 10_000
  }

  /// The entries, or `nil` where the lines between the delimiters are YAML but no mapping.
  func read() throws(PromptError) -> FrontMatter? { try readWithValues()?.frontMatter }

  /// The entries and the values they were made from. A value's line is counted from the first of the front matter, and
  /// its offsets mean nothing in the file, since file patterns were quoted for YAML.
  func readWithValues() throws(PromptError) -> (frontMatter: FrontMatter, root: YAMLNode?)? {
    guard let root = try compose(checkedLines()) else { return (FrontMatter(range: block.range, entries: []), nil) }
    guard case .mapping(let pairs) = root.content else { return nil }
    var entries: [FrontMatter.Entry] = []
    for (index, (key, value)) in pairs.enumerated() {
      guard let name = key.scalar else { continue }
      let next = index + 1 < pairs.count ? fileLine(pairs[index + 1].key.line) : nil
      entries.append(
        .init(
          key: name, value: value.scalar, items: value.items.compactMap(\.scalar),
          range: range(from: fileLine(key.line), to: next)))
    }
    return (FrontMatter(range: block.range, entries: entries), root)
  }

  private func compose(_ content: FrontMatterLines) throws(PromptError) -> YAMLNode? {
    do {
      return try YAMLNode.parse(Array(content.lines.map(\.text).joined(separator: "\n").utf8))
    } catch {
      let line = error.line.map(fileLine) ?? block.contentLines.lowerBound
      let reason = error.code == .duplicateKeys ? error.reason : "is not YAML: \(error.reason)"
      throw failure(.malformedFrontMatter, line: line, "front matter \(reason)")
    }
  }

  // MARK: Budgets

  private func checkedLines() throws(PromptError) -> FrontMatterLines {
    if block.range.length > Limit.bytes { throw tooComplex("is longer than \(Limit.bytes) bytes") }
    let content = FrontMatterLines(file.source, lines: block.contentLines)
    var size = FrontMatterSize()
    for line in content.lines {
      if line.isQuoted { size.addScalar() } else { size.add(Array(line.text.utf8)[...]) }
      if size.nesting > Limit.nesting { throw tooComplex("nests deeper than \(Limit.nesting) levels", line.index) }
      if size.aliases > Limit.aliases { throw tooComplex("has more than \(Limit.aliases) aliases", line.index) }
      if size.nodes > Limit.nodes { throw tooComplex("has more than \(Limit.nodes) values", line.index) }
    }
    return content
  }

  // MARK: Places

  /// The line in the file of a line in the YAML.
  func fileLine(_ line: Int) -> Int {
    min(block.contentLines.lowerBound + line, block.contentLines.upperBound)
  }

  private func range(from line: Int, to next: Int?) -> SourceRange {
    var last = max(line, (next ?? block.contentLines.upperBound) - 1)
    while last > line, file.source.lineContentRange(last).isEmpty { last -= 1 }
    return SourceRange(file.source.lineRange(line).start, file.source.lineContentRange(last).end)
  }

  private func tooComplex(_ reason: String, _ line: Int? = nil) -> PromptError {
    failure(.frontMatterTooComplex, line: line ?? block.contentLines.lowerBound, "front matter \(reason)")
  }

  private func failure(_ code: PromptError.Code, line: Int, _ reason: String) -> PromptError {
    let range = file.source.lineContentRange(min(line, file.source.lineStarts.count - 1))
    return PromptError(
      code: code, path: file.path, range: range, location: file.source.location(of: range.start), reason: reason)
  }
}
