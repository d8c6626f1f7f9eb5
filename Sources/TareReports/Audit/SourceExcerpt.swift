import TareAudit
import TareText
import TareUnicode

/// The line of a finding, cut to what fits, and what of it is marked.
struct SourceExcerpt {
  /// The number of the line, from 1.
  let line: Int
  /// What is shown in front of the mark, with an ellipsis where more stands there.
  let before: String
  /// What is marked; it may be empty, as at the end of a line.
  let marked: String
  /// What is shown behind it.
  let behind: String

  /// The columns of a terminal that are shown of a line.
  private static let width = 100
  /// How much of a line that is cut is shown in front of the mark.
  private static let lead = 20
  /// In bytes: enough to tell whose key it is.
  private static let shownOfSecret = 6
  /// More bytes on either side are not even looked at; no hundred columns of text need them.
  private static let reach = 2_000

  /// The line of `range`.
  ///
  /// - Parameter secrets: What is shown by its first bytes only: reports are read by more people than prompts are.
  init(_ range: SourceRange, in source: SourceText, hiding secrets: [SourceRange] = []) {
    let index = source.lineIndex(at: range.start)
    let content = source.lineContentRange(index)
    let start = index == 0 ? min(source.byteOrderMarkLength, content.end) : content.start
    let mark = min(max(range.start, start), content.end)
    let end = min(max(range.end, mark), content.end)
    self.init(
      line: index + 1, Stretch(start, mark, of: source, hiding: secrets, from: .end),
      Stretch(mark, end, of: source, hiding: secrets, from: .start),
      Stretch(end, content.end, of: source, hiding: secrets, from: .start))
  }

  private init(line: Int, _ front: Stretch, _ mark: Stretch, _ rest: Stretch) {
    let whole = front.text.displayWidth + mark.text.displayWidth + rest.text.displayWidth
    let isCut = whole > Self.width || front.isCut || mark.isCut || rest.isCut
    let lead = isCut ? suffix(of: front.text, columns: Self.lead) : front.text
    let left = Self.width - lead.displayWidth
    let shownMark = prefix(of: mark.text, columns: left)
    let markFits = shownMark == mark.text && !mark.isCut
    let shownRest = markFits ? prefix(of: rest.text, columns: left - shownMark.displayWidth) : ""
    self.line = line
    before = (lead == front.text && !front.isCut ? "" : "…") + lead
    marked = shownMark
    behind = shownRest + (markFits && shownRest == rest.text && !rest.isCut ? "" : "…")
  }

  /// A part of a line, as far as it is looked at.
  private struct Stretch {
    enum Side { case start, end }

    let text: String
    let isCut: Bool

    /// The text of the bytes from `start` to `end`, or of as many of them as are looked at, counted from one side.
    init(_ start: Int, _ end: Int, of source: SourceText, hiding secrets: [SourceRange], from side: Side) {
      let isCut = end - start > SourceExcerpt.reach
      var (low, high) = (start, end)
      if isCut, side == .end { low = end - SourceExcerpt.reach }
      if isCut, side == .start { high = start + SourceExcerpt.reach }
      while low > start, low < high, source.utf8[low] & 0xC0 == 0x80 { low += 1 }
      while high < end, high > low, source.utf8[high] & 0xC0 == 0x80 { high -= 1 }
      var bytes = Array(source.bytes(in: SourceRange(low, high)))
      for secret in secrets {
        let first = max(low, secret.start + SourceExcerpt.shownOfSecret)
        for offset in first..<max(first, min(high, secret.end)) where bytes[offset - low] < 0x80 {
          bytes[offset - low] = UInt8(ascii: "*")
        }
      }
      text = visible(String(decoding: bytes, as: UTF8.self))
      self.isCut = isCut
    }
  }
}

extension SourceExcerpt {
  /// Three lines as compilers show them: a bar, the line, the carets, placed by the columns that characters take.
  func lines(_ style: TextStyle, caret: TextStyle.Role) -> [String] {
    let gutter = String(repeating: " ", count: "\(line)".count)
    let carets = String(repeating: "^", count: max(1, marked.displayWidth))
    let bar = style("\(gutter) |", .gutter)
    return [
      bar, "\(style("\(line) |", .gutter)) \(before)\(marked)\(behind)",
      "\(bar) \(String(repeating: " ", count: before.displayWidth))\(style(carets, caret))",
    ]
  }
}

extension FileAudit {
  /// Where keys stand that were found in the file.
  var secrets: [SourceRange] { findings.filter { $0.code == Secret.page.code }.map(\.range) }
}
