import TarePrompts
import TareText

/// Runs of lines that are records and no sentences: logs, rows between commas, JSON and elements of XML that were pasted
/// without a fence.
struct DataLines {
  private(set) var found: [Range<Int>] = []

  /// In lines: fewer are an example. A choice.
  private static let leastLines = 20
  /// In lines that follow each other: what was pasted may have a line of text or two in it.
  private static let mostBetween = 2

  private var start = 0
  private var end = 0
  private var count = 0

  init(_ document: PromptDocument) {
    var between = 0
    var columns = 0
    for line in document.lines where [.prose, .html, .other, .heading].contains(line.kind) {
      let text = document.source.bytes(in: line.range)
      let commas = Self.separators(in: text)
      defer { columns = commas }
      if line.kind != .heading, Self.isRecord(text) || commas >= 2 && commas == columns {
        if count == 0 { start = line.index }
        (end, between) = (line.index + 1, 0)
        count += 1
      } else {
        between += 1
        if line.kind == .heading || between > Self.mostBetween { close() }
      }
    }
    close()
  }

  private mutating func close() {
    if count >= Self.leastLines { found.append(start..<end) }
    count = 0
  }

  /// Whether a line begins as a record does: with a date or a time, or as JSON and XML do.
  private static func isRecord(_ text: ArraySlice<UInt8>) -> Bool {
    let text = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "[") }
    guard let first = text.first else { return true }
    if "{}]\"".utf8.contains(first) { return true }
    if first == UInt8(ascii: "<") { return text.last == UInt8(ascii: ">") }
    let time = text.prefix { $0.isASCIIDigit || "-:./TZ".utf8.contains($0) }
    return time.count >= 7 && time.count(where: \.isASCIIDigit) >= 4 && text.dropFirst(time.count).count >= 2
  }

  /// How many fields a line has besides the first; text has a blank behind its commas.
  private static func separators(in text: ArraySlice<UInt8>) -> Int {
    zip(text, text.dropFirst()).count { "\t;,".utf8.contains($0) && $1 != 0x20 || $0 == UInt8(ascii: "|") }
  }
}
