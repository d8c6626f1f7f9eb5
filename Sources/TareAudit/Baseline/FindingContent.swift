import TareText

/// What a finding is about, whatever line it stands in: a hash of the text it covers.
///
/// Blanks do not count, so that a text that is indented anew is the same. Findings about a whole file have no text of
/// their own; they are told apart by their rule.
struct FindingContent {
  let hash: String

  init(_ finding: Finding, in source: SourceText) {
    var hash = FNV1a()
    let first = source.lineIndex(at: finding.range.start)
    let last = source.lineIndex(at: max(finding.range.start, finding.range.end - 1))
    let isWholeFile = finding.range.isEmpty && finding.range.start <= source.byteOrderMarkLength
    for line in isWholeFile ? 0..<0 : first..<(last + 1) {
      for byte in source.bytes(in: source.lineContentRange(line)) where byte != 0x20 && byte != 0x09 {
        hash.combine(byte)
      }
      // No UTF-8 has this byte, so two lines never run into each other.
      hash.combine(0xFF)
    }
    self.hash = hash.description
  }
}
