import TareText

/// Finds what stands between tags that open and close lines.
struct TaggedZones {
  private(set) var found: [PromptZone] = []
  /// The lines on which tags of a name were opened and not closed yet.
  private var open: [String: [Int]] = [:]

  init(_ lines: [PromptLine], _ source: SourceText) {
    for line in lines where line.kind == .html || line.kind == .prose {
      read(source.bytes(in: line.range), line.index)
    }
  }

  /// Reads the tag that a line begins with, and the one that it ends with.
  private mutating func read(_ text: ArraySlice<UInt8>, _ line: Int) {
    guard let first = text.first, first == openingMark || first <= 0x20 || text.last == UInt8(ascii: ">") else {
      return
    }
    let text = text.drop { $0 == 0x20 || $0 == 0x09 }
    if text.first == openingMark, let name = Self.name(text.dropFirst()) {
      if text.dropFirst().first == UInt8(ascii: "/") { close(name, line) } else { open[name, default: []].append(line) }
    }
    guard text.last == UInt8(ascii: ">"), let start = text.lastIndex(of: openingMark), start > text.startIndex,
      text[start...].dropFirst().first == UInt8(ascii: "/"), let name = Self.name(text[start...].dropFirst())
    else { return }
    close(name, line)
  }

  private mutating func close(_ name: String, _ line: Int) {
    guard let start = open[name]?.popLast(), let kind = PromptZone.Kind(tag: name) else { return }
    found.append(PromptZone(kind: kind, lines: start..<(line + 1)))
  }

  /// The name of a tag behind its opening mark, where it is one that a zone may have.
  private static func name(_ text: ArraySlice<UInt8>) -> String? {
    let text = text.first == UInt8(ascii: "/") ? text.dropFirst() : text
    let name = text.prefix(longestName + 1).prefix { isNamePart($0) || $0 == UInt8(ascii: "-") }
    guard !name.isEmpty, name.count <= longestName, let next = text.dropFirst(name.count).first,
      next == UInt8(ascii: ">") || next == 0x20
    else { return nil }
    let string = String(decoding: name, as: UTF8.self)
    return PromptZone.Kind(tag: string) == nil ? nil : string
  }

  private static let longestName = 24
}

private let openingMark = UInt8(ascii: "<")

extension PromptZone.Kind {
  /// What a tag of that name holds; `nil` for one that may hold anything.
  ///
  /// Names that prompts give to instructions as well, such as `context`, `input` and `text`, are left out.
  fileprivate init?(tag: String) {
    let name = tag.lowercased().replacing("-", with: "_")
    if Self.exampleTags.contains(name) || name.hasSuffix("_example") || name.hasSuffix("_examples") {
      self = .example
    } else if Self.dataTags.contains(name) {
      self = .data
    } else {
      return nil
    }
  }

  private static let exampleTags: Set<String> = [
    "example", "examples", "few_shot", "fewshot", "sample", "samples", "demonstration", "demonstrations",
    "sample_input", "sample_output", "example_input", "example_output", "ideal_output",
  ]
  private static let dataTags: Set<String> = [
    "document", "documents", "document_content", "transcript", "conversation", "chat_history", "conversation_history",
    "email", "article", "passage", "excerpt", "quote", "quotes", "logs", "search_results", "search_result",
  ]
}
