extension PieceWalk {
  /// The last place up to which the text can be counted now, as a text of its own, and from which the rest can be
  /// counted later, as another, whatever follows it; 0 where there is none.
  var lastSureEnd: Int {
    let settled = settledEnd(end)
    var sure = 0
    var start = 0
    while start < end {
      let next = pieceEnd(start)
      guard next < settled else { break }
      // White space at the end of a text is taken whole, where a scalar to follow would have kept the last one.
      if !isWhiteSpace(start, next) { sure = next }
      start = next
    }
    return sure
  }

  private func isWhiteSpace(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      let (bit, length) = scalar(offset)
      if bit & ScalarClass.whiteSpace == 0 { return false }
      offset += length
    }
    return true
  }
}

extension Tokenizer {
  /// Counts the pieces at the beginning of `buffer` that stay whatever follows it, and removes them.
  ///
  /// Where the encoding wants a normal form, the buffer is brought to it: normalising again with what follows gives what
  /// normalising all of it gives. No form changes what stands before an ASCII character for what stands behind it, so
  /// pieces are taken from before the last one.
  func takeSettledPieces(from buffer: inout [UInt8]) -> Int {
    var known = buffer.count
    if encoding.changesText {
      let whole = unsafe buffer.withUnsafeBufferPointer { unsafe withWalk($0) { $0.text.wholeScalars(before: $0.end) } }
      if let normalized = encoding.normalized(buffer.span.extracting(..<whole)) {
        buffer.replaceSubrange(..<whole, with: normalized)
      }
      known = buffer.lastIndex { $0 < 0x80 } ?? 0
    }
    let (tokens, end) = unsafe buffer[..<known].withUnsafeBufferPointer { bytes in
      unsafe withWalk(bytes) { $0.settledCount() }
    }
    buffer.removeFirst(end)
    return tokens
  }
}

extension PieceWalk {
  /// The tokens of the pieces that stay whatever follows the text, and where the last of them ends.
  fileprivate mutating func settledCount() -> (tokens: Int, end: Int) {
    let settled = settledEnd(end)
    var tokens = 0
    var start = 0
    while start < settled {
      let next = pieceEnd(start)
      guard next < settled else { break }
      tokens += count(start, next)
      start = next
    }
    return (tokens, start)
  }
}
