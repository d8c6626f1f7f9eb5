import TareText

/// What a place of a finding is about, whatever line it stands in: a hash of the lines it covers.
///
/// Blanks do not count, so that a text that is indented anew is the same. A finding about a whole file has no text of its
/// own; its rule tells it apart.
struct FindingContent {
  let hash: String

  init(_ place: SourceRange, in source: SourceText) {
    var hash = FNV1a()
    let first = source.lineIndex(at: place.start)
    let last = source.lineIndex(at: max(place.start, place.end - 1))
    let isWholeFile = place.isEmpty && place.start <= source.byteOrderMarkLength
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
