public import TarePrompts
import TareText

/// Flags blanks that look like a space and are not one.
public struct ExoticSpace: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "UNI001", name: "exotic-space",
    summary: "A text has no-break, thin or other spaces that are not the plain space.",
    rationale: """
      Text pasted from a web page or a word processor brings spaces that vocabularies have no room for: each becomes a
      token or more of its own and splits the word behind it. The model reads a space either way.
      """,
    evidence: """
      November 2026, 2,049 published prompts: found in 0.3 % of the files (6 of 6 right), 7.6 % of their tokens.
      """,
    severity: .warning, fixSafety: .safe,
    triggering: [
      .init("Answer\u{A0}in\u{A0}two\u{A0}sentences.", fixed: "Answer in two sentences."),
      .init("Be\u{2009}brief,\u{2009}be\u{2009}kind.", fixed: "Be brief, be kind."),
    ],
    silent: ["Answer in two sentences.", "日本語の文。\u{3000}次の文。", "Split at `\u{A0}` and keep the rest."])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the spaces.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let verbatim = document.verbatimRanges
    var places: [SourceRange] = []
    var edits: [Edit] = []
    for line in document.lines where ![.code, .frontMatter, .notSent].contains(line.kind) {
      let found = exoticSpaces(in: line.range, of: document).filter {
        !document.isCode($0.start) && !verbatim.contains($0.start) && !document.isMentioned($0)
          && !isTypography($0, document.source)
      }
      places += found
      edits += self.edits(of: found, in: line.range, document.source)
    }
    guard let first = places.first else { return }
    report(
      Finding(
        Self.page, .exoticSpaces(places.count, name: ExoticSpaces.name(of: document.source.bytes(in: first))),
        at: first, fix: Fix("replace by plain spaces", .safe, edits: edits, isDivisible: true)))
  }

  /// Whether the space is one that a text is set with: in French beside marks and quotations, and within numbers.
  private func isTypography(_ place: SourceRange, _ source: SourceText) -> Bool {
    let before = place.start > 0 ? source.utf8[place.start - 1] : 0
    let behind = source.utf8.indices.contains(place.end) ? source.utf8[place.end] : 0
    if before.isASCIIDigit, behind.isASCIIDigit || behind == UInt8(ascii: "%") { return true }
    let opens = before == 0xAB && place.start > 1 && source.utf8[place.start - 2] == 0xC2
    let closes = behind == 0xC2 && place.end + 1 < source.utf8.count && source.utf8[place.end + 1] == 0xBB
    return opens || closes || ";:!?".utf8.contains(behind)
  }

  /// The exotic spaces of a line but for those that it is indented with as code is: plain ones would make it code.
  private func exoticSpaces(in line: SourceRange, of document: PromptDocument) -> [SourceRange] {
    var places: [SourceRange] = []
    var (offset, column, textColumn) = (line.start, 0, -1)
    while offset < line.end {
      let length = ExoticSpaces.length(in: document.source.utf8[offset..<line.end])
      if length > 0 { places.append(SourceRange(offset, offset + length)) }
      if length == 0, document.source.utf8[offset] > 0x20, textColumn < 0 {
        textColumn = column
        if textColumn >= Self.codeIndentation { places = [] }
      }
      offset += max(length, 1)
      column += 1
    }
    return places
  }

  /// In columns: what is indented so far is code in Markdown.
  private static let codeIndentation = 4

  /// Plain spaces for exotic ones; at the end of a line none, where two would break it.
  private func edits(of places: [SourceRange], in line: SourceRange, _ source: SourceText) -> [Edit] {
    guard let last = places.last else { return [] }
    let rest = source.utf8[last.end..<line.end]
    guard rest.allSatisfy({ $0 <= 0x20 }) else { return places.map { .replace($0, with: " ") } }
    var start = last.start
    var inner = places.dropLast()
    while start > line.start {
      if let place = inner.last, place.end == start {
        start = place.start
        inner = inner.dropLast()
      } else if source.utf8[start - 1] <= 0x20 {
        start -= 1
      } else {
        break
      }
    }
    return inner.map { .replace($0, with: " ") } + [.delete(SourceRange(start, last.end))]
  }
}

extension Finding.Message {
  fileprivate static func exoticSpaces(_ count: Int, name: String) -> Self {
    count == 1
      ? "1 space is not the plain space (\(name))"
      : "\(count.grouped) spaces are not the plain space (the first is \(name))"
  }
}

/// The space separators of Unicode 16.0 (general category Zs) without U+0020 itself, without U+1680, which Ogham
/// writes as a stroke, and without U+3000, which Chinese and Japanese set on purpose.
private enum ExoticSpaces {
  /// The bytes of the exotic space at the start of `utf8`, or 0 where none stands.
  static func length(in utf8: ArraySlice<UInt8>) -> Int {
    switch utf8.first {
    case 0xC2: utf8.dropFirst().first == 0xA0 ? 2 : 0
    case 0xE2: isExotic(utf8.prefix(3)) ? 3 : 0
    default: 0
    }
  }

  private static func isExotic(_ utf8: ArraySlice<UInt8>) -> Bool {
    guard utf8.count == 3 else { return false }
    let second = utf8[utf8.startIndex + 1]
    let third = utf8[utf8.startIndex + 2]
    return switch second {
    case 0x80: (0x80...0x8A).contains(third) || third == 0xAF  // U+2000 to U+200A, U+202F
    case 0x81: third == 0x9F  // U+205F
    default: false
    }
  }

  static func name(of utf8: ArraySlice<UInt8>) -> String {
    let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first?.value ?? 0
    let hex = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
