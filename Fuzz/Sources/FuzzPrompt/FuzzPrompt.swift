internal import Tare

/// Whatever text is read in whatever format, everything that is found in it stands inside it and in order.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let source = try? SourceText(bytes) else { return 0 }
  for format in PromptFormat.allCases {
    // Front matter may be refused; that is an answer too.
    guard let document = try? PromptDocument(parsing: PromptFile(path: "fuzz", source: source), as: format) else {
      continue
    }
    check(document, source)
  }
  return 0
}

private func check(_ document: PromptDocument, _ source: SourceText) {
  precondition(document.lines.count == source.lineCount, "a line is lost")
  precondition(document.lines.map(\.index) == Array(0..<source.lineCount), "lines are out of order")
  checkBlocks(document, source)
  checkRanges(document.lines.map(\.range), in: source)
  checkRanges(document.tables.map(\.range), in: source)
  checkRanges(document.placeholders.map(\.range), in: source)
  for table in document.tables {
    for row in table.rows {
      checkRanges(row.cells.map(\.range), in: source)
      precondition(row.cells.allSatisfy { $0.range.contains($0.content) }, "a cell's content stands outside it")
    }
  }
  let spans = document.inlineSpans.map(\.range) + document.sentTexts.map(\.range)
  precondition(spans.allSatisfy { source.range.contains($0) }, "a span stands outside the text")
  precondition(source.range.contains(document.bodyRange), "the body stands outside the text")
  for offset in stride(from: 0, through: source.utf8.count, by: 7) { _ = document.isCode(offset) }
}

private func checkBlocks(_ document: PromptDocument, _ source: SourceText) {
  for (index, block) in document.blocks.enumerated() {
    precondition(source.range.contains(block.range), "a block stands outside the text")
    precondition(block.lines.upperBound <= source.lineCount, "a block reaches behind the last line")
    guard let parent = block.parent else { continue }
    precondition(parent < index, "a block opens before the one that holds it")
    precondition(document.blocks[parent].isContainer, "a block stands in one that holds none")
    // An empty quote or item has a place but no lines, and no part in those of what holds it.
    guard !block.lines.isEmpty else { continue }
    precondition(document.blocks[parent].range.contains(block.range), "a block reaches out of the one that holds it")
  }
  for section in document.sections {
    precondition(section.lines.upperBound <= source.lineCount, "a section reaches behind the last line")
  }
}

private func checkRanges(_ ranges: [SourceRange], in source: SourceText) {
  precondition(ranges.allSatisfy { source.range.contains($0) }, "a range stands outside the text")
  precondition(zip(ranges, ranges.dropFirst()).allSatisfy { $0.end <= $1.start }, "ranges are out of order")
}
