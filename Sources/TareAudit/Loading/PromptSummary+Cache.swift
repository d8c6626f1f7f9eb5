import TareJSON
import TarePrompts
import TareText

extension PromptSummary {
  /// The summary that ``writeCached(to:)`` wrote; `nil` where that is damaged.
  init?(cached value: JSONValue, path: String) {
    guard let format = value["format"]?.string.flatMap(PromptFormat.init(rawValue:)),
      let loadClass = value["load"]?.string.flatMap(LoadClass.init(rawValue:)),
      let alwaysOn = value["alwaysOn"]?.integer, let sent = value["sent"]?.integer
    else { return nil }
    let patterns = value["patterns"]?.elements.compactMap(\.string) ?? []
    let references = value["references"]?.elements.compactMap(PromptReference.init(cached:)) ?? []
    let paragraphs = value["paragraphs"]?.elements ?? []
    load = LoadFacts(
      path: path, format: format, loadRule: LoadRule(loadClass: loadClass, patterns: patterns), references: references)
    self.alwaysOn = alwaysOn
    self.sent = sent
    self.paragraphs = paragraphs.compactMap(SummarizedParagraph.init(cached:))
    sketch = value["sketch"].map { TextSketch(hashes: $0.elements.compactMap(UInt64.init(cached:))) }
    guard self.paragraphs.count == paragraphs.count else { return nil }
  }

  func writeCached(to object: inout JSONWriter) {
    object.member("format", load.format.rawValue)
    object.member("load", load.loadRule.loadClass.rawValue)
    object.member("alwaysOn", alwaysOn)
    object.member("sent", sent)
    object.array("patterns") { array in for pattern in load.loadRule.patterns { array.value(pattern) } }
    object.array("references") { array in
      for reference in load.references { array.array { reference.writeCached(to: &$0) } }
    }
    object.array("paragraphs") { array in
      for paragraph in paragraphs { array.array { paragraph.writeCached(to: &$0) } }
    }
    if let sketch { object.array("sketch") { array in for hash in sketch.hashes { array.value(hash.cached) } } }
  }
}

extension PromptReference {
  fileprivate init?(cached value: JSONValue) {
    let parts = value.elements
    guard parts.count == 4, let kind = parts[2].string.flatMap(Kind.init(rawValue:)), let target = parts[3].string,
      let range = SourceRange(cached: value)
    else { return nil }
    self.init(kind: kind, target: target, range: range)
  }

  fileprivate func writeCached(to array: inout JSONWriter) {
    range.writeCached(to: &array)
    array.value(kind.rawValue)
    array.value(target)
  }
}

extension SummarizedParagraph {
  fileprivate init?(cached value: JSONValue) {
    let parts = value.elements
    guard parts.count == 4, let range = SourceRange(cached: value), let tokens = parts[2].integer,
      let hash = UInt64(cached: parts[3])
    else { return nil }
    self.init(hash: hash, range: range, tokens: tokens)
  }

  fileprivate func writeCached(to array: inout JSONWriter) {
    range.writeCached(to: &array)
    array.value(tokens)
    array.value(hash.cached)
  }
}

extension UInt64 {
  /// Numbers of JSON are exact to 53 bits in many a reader, so hashes are written as text.
  fileprivate init?(cached value: JSONValue) {
    guard let number = value.string.flatMap({ UInt64($0, radix: 36) }) else { return nil }
    self = number
  }

  fileprivate var cached: String { String(self, radix: 36) }
}
