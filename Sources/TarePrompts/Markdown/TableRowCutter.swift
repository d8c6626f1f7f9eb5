import TareText

/// Cuts a row of a table at its bars: not at an escaped one, and not at one inside code.
struct TableRowCutter {
  let source: SourceText
  private let end: Int
  private var index: Int
  private var cellStart: Int
  private var cells: [PromptTable.Cell] = []
  /// For each length of a run of back-ticks, where the last such run begins: code that is never closed is text.
  private var lastRuns: [Int: Int] = [:]

  /// - Parameter range: The row from its first bar or letter to the end of the line.
  init(_ source: SourceText, row range: SourceRange) {
    self.source = source
    end = range.end
    index = range.start
    cellStart = range.start
    noteRuns(in: range)
  }

  /// The cells of the row.
  mutating func cut() -> [PromptTable.Cell] {
    if index < end, source.utf8[index] == UInt8(ascii: "|") {
      index += 1
      cellStart = index
    }
    while index < end { step() }
    if !content(SourceRange(cellStart, end)).isEmpty { closeCell(at: end) }
    return cells
  }

  private mutating func step() {
    switch source.utf8[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"): skipCode()
    case UInt8(ascii: "|"):
      closeCell(at: index)
      index += 1
      cellStart = index
    default: index += 1
    }
  }

  private mutating func closeCell(at offset: Int) {
    let range = SourceRange(cellStart, offset)
    cells.append(.init(range: range, content: content(range)))
  }

  /// Moves behind the code that opens here, or behind the back-ticks when none does.
  private mutating func skipCode() {
    let length = runLength(at: index)
    let opening = index
    index += length
    guard lastRuns[length, default: opening] > opening else { return }
    while index < end {
      let run = runLength(at: index)
      index += max(run, 1)
      if run == length { return }
    }
  }

  private mutating func noteRuns(in range: SourceRange) {
    var at = range.start
    while at < range.end {
      let length = runLength(at: at)
      if length > 0 { lastRuns[length] = at }
      at += max(length, 1)
    }
  }

  private func runLength(at offset: Int) -> Int {
    source.utf8[offset..<end].leading(UInt8(ascii: "`"))
  }

  private func content(_ range: SourceRange) -> SourceRange {
    var start = range.start
    var end = range.end
    while start < end, isBlank(source.utf8[start]) { start += 1 }
    while end > start, isBlank(source.utf8[end - 1]) { end -= 1 }
    return SourceRange(start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
