import TareText
import Yams

/// Reads front matter through Yams: composed to nodes, never constructed, so that no value is typed by guesswork
/// and no alias is expanded.
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
  func read() throws(PromptError) -> FrontMatter? {
    guard let root = try compose(checkedLines()) else { return FrontMatter(range: block.range, entries: []) }
    guard case .mapping(let mapping) = root else { return nil }
    let keys = mapping.map { ($0.key, $0.value) }
    var entries: [FrontMatter.Entry] = []
    for (index, (key, value)) in keys.enumerated() {
      guard let name = key.scalar?.string, let line = fileLine(key.mark) else { continue }
      let next = index + 1 < keys.count ? fileLine(keys[index + 1].0.mark) : nil
      entries.append(.init(key: name, value: value.scalar?.string, range: range(from: line, to: next)))
    }
    return FrontMatter(range: block.range, entries: entries)
  }

  private func compose(_ content: FrontMatterLines) throws(PromptError) -> Node? {
    do {
      return try Yams.compose(yaml: content.lines.map(\.text).joined(separator: "\n"))
    } catch let error as YamlError {
      throw promptError(error)
    } catch {
      throw failure(.malformedFrontMatter, line: block.contentLines.lowerBound, "front matter cannot be read")
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

  /// The line in the file of a place in the YAML.
  private func fileLine(_ mark: Mark?) -> Int? {
    mark.map { min(block.contentLines.lowerBound + $0.line - 1, block.contentLines.upperBound) }
  }

  private func range(from line: Int, to next: Int?) -> SourceRange {
    var last = max(line, (next ?? block.contentLines.upperBound) - 1)
    while last > line, file.source.lineContentRange(last).isEmpty { last -= 1 }
    return SourceRange(file.source.lineRange(line).start, file.source.lineContentRange(last).end)
  }

  private func promptError(_ error: YamlError) -> PromptError {
    let first = block.contentLines.lowerBound
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let context = context.map { "\($0.text) " } ?? ""
      return failure(
        .malformedFrontMatter, line: fileLine(mark) ?? first, "front matter is not YAML: \(context)\(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      return failure(
        .malformedFrontMatter, line: fileLine(context.mark) ?? first, "front matter has the key \(names) twice")
    case .reader(let problem, _, _, _):
      return failure(.malformedFrontMatter, line: first, "front matter is not YAML: \(problem)")
    default:
      return failure(.malformedFrontMatter, line: first, "front matter cannot be read as YAML")
    }
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
