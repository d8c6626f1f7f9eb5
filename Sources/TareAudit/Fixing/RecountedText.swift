import TareText

/// One text that is sent, and where edits of its file fall in it.
///
/// The whole text is counted before and after an edit, but only where the two can differ: both built-in pre-tokenizers
/// always split between a newline and a character that is neither white space nor a slash, whatever stands around it, so
/// the tokens outside the nearest two such places are the same on both sides.
///
/// ```
/// …first line⏎│second line, edited⏎  indented⏎│last line…
///             └────── counted twice ──────────┘
/// ```
struct RecountedText {
  private let decoded: DecodedText

  init(_ decoded: DecodedText) { self.decoded = decoded }

  /// The bytes that are sent.
  var utf8: [UInt8] { decoded.utf8 }
  /// Where the text begins in its file.
  var start: Int { decoded.pieces.first?.source.start ?? 0 }
  /// Where it ends there.
  var end: Int { decoded.pieces.last?.source.end ?? 0 }

  /// What `edits` of the file, which are in order, do to what is sent; nothing for those outside of it: in front matter,
  /// in comments of a template, between quotes.
  ///
  /// - Complexity: O(*e* log *p*) in edits and pieces.
  func edits(_ edits: ArraySlice<Edit>) -> [Edit] {
    edits.compactMap { edit in
      let range = SourceRange(
        decoded.decodedLength(before: edit.range.start), decoded.decodedLength(before: edit.range.end))
      let isSent = !edit.replacement.isEmpty && (!range.isEmpty || touches(edit.range.start))
      guard isSent || !range.isEmpty else { return nil }
      return Edit(range, replacement: isSent ? edit.replacement : [])
    }
  }

  /// Whether what is written at `offset` of the file is sent, as it is beside a byte that is.
  private func touches(_ offset: Int) -> Bool { decoded.holdsInsertion(at: offset) }

  // MARK: Windows

  /// What has to be counted for `edits` of the text, and which of them fall into it.
  typealias Window = (range: SourceRange, edits: Range<Int>)

  /// All of the text, for encodings that split nowhere for certain.
  func wholeWindow(around edits: [Edit]) -> [Window] {
    edits.isEmpty ? [] : [(SourceRange(0, utf8.count), edits.indices)]
  }

  /// The windows around `edits`, which are in order and do not overlap.
  func windows(around edits: [Edit]) -> [Window] {
    var windows: [Window] = []
    for (index, edit) in edits.enumerated() {
      // A window that ends where an edit begins has lost its certain split.
      if let last = windows.last, edit.range.start <= last.range.end {
        let end = edit.range.end < last.range.end ? last.range.end : boundary(behind: edit.range.end)
        windows[windows.count - 1] = (SourceRange(last.range.start, end), last.edits.lowerBound..<(index + 1))
      } else {
        let start = max(boundary(before: edit.range.start), windows.last?.range.end ?? 0)
        windows.append((SourceRange(start, boundary(behind: edit.range.end)), index..<(index + 1)))
      }
    }
    return windows
  }

  /// The text of `window` with `edits` made.
  func edited(_ window: SourceRange, _ edits: ArraySlice<Edit>) -> [UInt8] {
    var bytes: [UInt8] = []
    var copied = window.start
    for edit in edits {
      bytes += utf8[copied..<edit.range.start]
      bytes += edit.replacement
      copied = edit.range.end
    }
    return bytes + utf8[copied..<window.end]
  }

  // MARK: Boundaries

  /// The nearest certain split in front of `offset`; neither of the two bytes around it is edited.
  private func boundary(before offset: Int) -> Int {
    var at = offset - 1
    while at > 0, !isBoundary(at) { at -= 1 }
    return max(at, 0)
  }

  private func boundary(behind offset: Int) -> Int {
    var at = offset + 1
    while at < utf8.count, !isBoundary(at) { at += 1 }
    return min(at, utf8.count)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    guard utf8[offset - 1] == 0x0A else { return false }
    switch utf8[offset] {
    case UInt8(ascii: "/"): return false
    case 0x21...0x7E: return true
    // White space beyond ASCII begins with C2, E1, E2 or E3.
    case 0xC3...0xDF, 0xE4...0xF4: return true
    default: return false
    }
  }
}
