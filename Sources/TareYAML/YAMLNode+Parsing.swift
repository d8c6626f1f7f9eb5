extension YAMLNode {
  /// The one document of a YAML stream, or `nil` where there is none.
  ///
  /// Aliases share what they stand for, so a document that would be large with all of them written out is not, as long
  /// as nobody walks it. Who reads what strangers wrote counts aliases and nesting first.
  ///
  /// - Throws: ``YAMLError`` for what is no YAML, an alias without its anchor, a key that stands twice in a mapping,
  ///   a second document, and more than 1,000 levels.
  /// - Complexity: O(*n*) in bytes and pairs, without recursion.
  package static func parse(_ yaml: [UInt8]) throws(YAMLError) -> YAMLNode? {
    // To libyaml, when it is told the encoding, a byte order mark is text that shifts the first line.
    let mark = yaml.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let events = try YAMLEvents(mark == 0 ? yaml : Array(yaml[mark...]))
    var composition = Composition(yaml, from: mark)
    var root: YAMLNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd: return root
      case .documentStart where root != nil:
        throw YAMLError(
          code: .malformed, line: event.line,
          reason: "expected a single document in the stream but found another document")
      default:
        if let node = try composition.take(event) { root = node }
      }
    }
  }
}

/// The collections that are open where the parser stands, and the anchors behind it.
private struct Composition {
  private struct Open {
    let line: Int
    let anchor: String?
    let isMapping: Bool
    let start: Int
    /// Items, or keys and values in turn.
    var nodes: [YAMLNode] = []
  }

  /// Far more than people write; a value is also freed level by level.
  private static let deepest = 1_000

  private var open: [Open] = []
  private var anchors: [String: YAMLNode] = [:]
  private var offsets: CodePointOffsets

  init(_ yaml: [UInt8], from start: Int) { offsets = CodePointOffsets(yaml, from: start) }

  /// Takes in the next event and returns the document's value when it is complete.
  mutating func take(_ event: YAMLEvent) throws(YAMLError) -> YAMLNode? {
    switch event.kind {
    case .scalar(let text, let anchor, let style):
      let start = offsets.byteOffset(of: event.codePoints.lowerBound)
      let range = start..<max(start, offsets.byteOffset(of: event.codePoints.upperBound))
      return add(YAMLNode(content: .scalar(text), line: event.line, range: range, style: style), anchor)
    case .alias(let name): return add(try node(behind: name, event.line), nil)
    case .sequenceStart(let anchor): try begin(collection(of: event, anchor, isMapping: false))
    case .mappingStart(let anchor): try begin(collection(of: event, anchor, isMapping: true))
    case .collectionEnd:
      guard let last = open.popLast() else { return nil }
      return add(try complete(last, end: offsets.byteOffset(of: event.codePoints.upperBound)), last.anchor)
    case .streamEnd, .documentStart, .other: break
    }
    return nil
  }

  private mutating func collection(of event: YAMLEvent, _ anchor: String?, isMapping: Bool) -> Open {
    Open(
      line: event.line, anchor: anchor, isMapping: isMapping,
      start: offsets.byteOffset(of: event.codePoints.lowerBound))
  }

  private mutating func begin(_ collection: Open) throws(YAMLError) {
    guard open.count < Self.deepest else {
      throw YAMLError(code: .malformed, line: collection.line, reason: "nests deeper than \(Self.deepest) levels")
    }
    open.append(collection)
  }

  private mutating func add(_ node: YAMLNode, _ anchor: String?) -> YAMLNode? {
    if let anchor { anchors[anchor] = node }
    if open.isEmpty { return node }
    open[open.count - 1].nodes.append(node)
    return nil
  }

  private func node(behind alias: String, _ line: Int) throws(YAMLError) -> YAMLNode {
    guard let node = anchors[alias] else {
      throw YAMLError(code: .malformed, line: line, reason: "found undefined alias")
    }
    return node
  }

  private func complete(_ collection: Open, end: Int) throws(YAMLError) -> YAMLNode {
    let nodes = collection.nodes
    let range = collection.start..<max(collection.start, end)
    guard collection.isMapping else {
      return YAMLNode(content: .sequence(nodes), line: collection.line, range: range, style: nil)
    }
    let pairs = stride(from: 0, to: nodes.count - 1, by: 2).map { (key: nodes[$0], value: nodes[$0 + 1]) }
    try checkKeys(pairs.map(\.key))
    return YAMLNode(content: .mapping(pairs), line: collection.line, range: range, style: nil)
  }

  private func checkKeys(_ keys: [YAMLNode]) throws(YAMLError) {
    var lines: [String: Int] = [:]
    var duplicates: [(name: String, line: Int)] = []
    for key in keys {
      guard let name = key.scalar else { continue }
      if let first = lines.updateValue(key.line, forKey: name) { duplicates.append((name, first)) }
    }
    guard let first = duplicates.first else { return }
    let names = Set(duplicates.map(\.name)).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    throw YAMLError(code: .duplicateKeys, line: first.line, reason: "has the key \(names) twice")
  }
}
