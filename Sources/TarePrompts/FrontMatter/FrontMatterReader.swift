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
    try checkBudgets()
    guard let root = try compose() else { return FrontMatter(range: block.range, entries: []) }
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

  private func compose() throws(PromptError) -> Node? {
    do {
      return try Yams.compose(yaml: yaml())
    } catch let error as YamlError {
      throw promptError(error)
    } catch {
      throw failure(.malformedFrontMatter, line: block.contentLines.lowerBound, "front matter cannot be read")
    }
  }

  // MARK: The text

  /// The lines between the delimiters, with the file patterns of `globs: *.ts` quoted: they are what people write
  /// and what editors accept, and to YAML they are broken aliases. Lines keep their numbers.
  private func yaml() -> String {
    block.contentLines.map { line in
      let text = file.source.string(in: file.source.lineContentRange(line))
      return quotingPattern(text) ?? text
    }.joined(separator: "\n")
  }

  private func quotingPattern(_ line: String) -> String? {
    for key in ["globs:", "applyTo:", "paths:"] where line.hasPrefix(key) {
      let value = line.dropFirst(key.count).drop { $0 == " " }
      guard value.utf8.first == UInt8(ascii: "*"), !value.utf8.contains(UInt8(ascii: "'")) else { return nil }
      return "\(key) '\(value)'"
    }
    return nil
  }

  // MARK: Budgets

  private func checkBudgets() throws(PromptError) {
    let source = file.source
    if block.range.length > Limit.bytes { throw tooComplex("is longer than \(Limit.bytes) bytes") }
    var size = Size()
    for line in block.contentLines {
      size.add(source.bytes(in: source.lineContentRange(line)))
      if size.nesting > Limit.nesting { throw tooComplex("nests deeper than \(Limit.nesting) levels", line: line) }
      if size.aliases > Limit.aliases { throw tooComplex("has more than \(Limit.aliases) aliases", line: line) }
      if size.nodes > Limit.nodes { throw tooComplex("has more than \(Limit.nodes) values", line: line) }
    }
  }

  /// Counts what could nest, repeat or multiply, quotes unseen: it may count too much, never much too little.
  private struct Size {
    private(set) var nesting = 0
    private(set) var aliases = 0
    private(set) var nodes = 0
    private var brackets = 0

    mutating func add(_ line: ArraySlice<UInt8>) {
      let blanks = line.leading(0x20)
      let dashes = line.dropFirst(blanks).prefix { " -?".utf8.contains($0) }.count { $0 != 0x20 }
      nodes += 1
      nesting = max(nesting, brackets + max(blanks / 2, dashes))
      for byte in line {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        case UInt8(ascii: ","), UInt8(ascii: ":"): nodes += 1
        case UInt8(ascii: "*"): aliases += 1
        default: break
        }
        nesting = max(nesting, brackets)
      }
    }
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

  private func tooComplex(_ reason: String, line: Int? = nil) -> PromptError {
    failure(.frontMatterTooComplex, line: line ?? block.contentLines.lowerBound, "front matter \(reason)")
  }

  private func failure(_ code: PromptError.Code, line: Int, _ reason: String) -> PromptError {
    let range = file.source.lineContentRange(min(line, file.source.lineStarts.count - 1))
    return PromptError(
      code: code, path: file.path, range: range, location: file.source.location(of: range.start), reason: reason)
  }
}
