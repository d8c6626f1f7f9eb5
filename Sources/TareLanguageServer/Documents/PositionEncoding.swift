import TareJSON
import TareText

/// What the editor counts columns in.
enum PositionEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  case utf32 = "utf-32"
  case utf16 = "utf-16"

  /// The best that both sides know: bytes need no conversion. UTF-16 is what every editor must know.
  init(offered: JSONValue?) {
    let names = offered?.elements.compactMap(\.string) ?? []
    self = Self.allCases.first { names.contains($0.rawValue) } ?? .utf16
  }

  /// How many units the scalar takes that begins with `byte`.
  private func units(of byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }

  /// The place of an offset: a line and a column in it, both from 0.
  ///
  /// - Complexity: O(log *l* + *c*) in the lines of the text and the bytes of the line.
  func position(of offset: Int, in source: SourceText) -> (line: Int, character: Int) {
    let offset = min(max(offset, 0), source.utf8.count)
    let line = source.lineIndex(at: offset)
    let before = source.utf8[source.lineStarts[line]..<offset]
    return (line, before.reduce(0) { $0 + units(of: $1) })
  }

  /// The offset of a place. A column behind the end of its line is the end of the line, as the protocol asks, and one
  /// inside a scalar its start.
  func offset(line: Int, character: Int, in source: SourceText) -> Int {
    guard line >= 0 else { return 0 }
    guard line < source.lineStarts.count else { return source.utf8.count }
    let content = source.lineContentRange(line)
    var (offset, left) = (content.start, character)
    while offset < content.end {
      let next = source.endOfScalar(at: offset)
      let width = self == .utf8 ? next - offset : units(of: source.utf8[offset])
      guard left >= width else { break }
      (offset, left) = (next, left - width)
    }
    return offset
  }
}

extension SourceText {
  fileprivate func endOfScalar(at offset: Int) -> Int {
    var end = offset + 1
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

extension PositionEncoding {
  func write(_ range: SourceRange, in source: SourceText, _ name: String, to object: inout JSONWriter) {
    object.object(name) { ends in
      for (end, offset) in [("start", range.start), ("end", range.end)] {
        let position = position(of: offset, in: source)
        ends.object(end) {
          $0.member("line", position.line)
          $0.member("character", position.character)
        }
      }
    }
  }

  /// The range of a `Range` of the protocol; `nil` where a number is missing.
  func range(_ value: JSONValue?, in source: SourceText) -> SourceRange? {
    guard let start = offset(value?["start"], in: source), let end = offset(value?["end"], in: source) else {
      return nil
    }
    return SourceRange(min(start, end), max(start, end))
  }

  /// The offset of a `Position` of the protocol; `nil` where a number is missing.
  func offset(_ value: JSONValue?, in source: SourceText) -> Int? {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else { return nil }
    return offset(line: line, character: character, in: source)
  }
}
