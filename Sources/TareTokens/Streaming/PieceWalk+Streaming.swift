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
  /// pieces are taken from before the last one. Added tokens that are looked for before the text is normalized are
  /// found first, and each stretch between two is normalized as a text of its own.
  ///
  /// - Parameter normalized: How many bytes at the start of `buffer` are normalized already, and were looked through.
  func takeSettledPieces(from buffer: inout [UInt8], normalized: inout Int) -> Int {
    guard encoding.changesText else { return takeSettledPieces(from: &buffer, before: buffer.count, addedTokens) }
    var (tokens, known) = takeStretches(from: &buffer, normalized: &normalized, isLast: false)
    known = unsafe buffer[..<max(known, normalized)].withUnsafeBufferPointer { bytes in
      unsafe withCursor(bytes) { $0.wholeScalars(before: $0.end) }
    }
    if let changed = normalForm(of: buffer[..<known]) {
      buffer.replaceSubrange(..<known, with: changed)
      known = changed.count
    }
    let count = buffer.count
    let end = buffer[..<known].lastIndex { $0 < 0x80 } ?? 0
    tokens += takeSettledPieces(from: &buffer, before: end, addedTokens?.normalizedOnly)
    normalized = known - (count - buffer.count)
    return tokens
  }

  /// The tokens of all that ``takeSettledPieces(from:normalized:)`` has left.
  func countRest(of buffer: inout [UInt8], normalized: Int) -> Int {
    guard encoding.changesText, addedTokens != nil else { return count(buffer[...]) }
    var normalized = normalized
    let tokens = takeStretches(from: &buffer, normalized: &normalized, isLast: true).tokens
    return tokens + countStretch(buffer[...])
  }

  /// Counts and removes the stretches up to the last added token that is there whatever follows.
  ///
  /// - Returns: Their tokens, and how many of the bytes that are left belong to no added token for certain.
  private func takeStretches(
    from buffer: inout [UInt8], normalized: inout Int, isLast: Bool
  ) -> (tokens: Int, known: Int) {
    guard let search = addedTokens?.raw else { return (0, buffer.count) }
    let certain = isLast ? buffer.count : buffer.count - search.longest
    var (tokens, start, known) = (0, 0, max(0, certain + 1))
    while let found = unsafe buffer.withUnsafeBufferPointer({ bytes in
      unsafe withCursor(bytes) { search.next($0, from: max(start, normalized)) }
    }) {
      guard found.range.lowerBound <= certain, isLast || found.range.upperBound < buffer.count else {
        known = min(known, found.range.lowerBound)
        break
      }
      tokens += countStretch(buffer[start..<found.range.lowerBound]) + 1
      start = found.range.upperBound
      normalized = 0
    }
    buffer.removeFirst(start)
    return (tokens, min(buffer.count, known - start))
  }

  /// The tokens of a stretch between two added tokens.
  private func countStretch(_ utf8: ArraySlice<UInt8>) -> Int {
    guard let addedTokens else { return count(utf8) }
    return unsafe utf8.withUnsafeBufferPointer { unsafe count($0, addedTokens.normalizedOnly) }
  }

  /// What the normalizer makes of a part of a text; `nil` where that is the same.
  private func normalForm(of utf8: ArraySlice<UInt8>) -> [UInt8]? {
    guard case .installed(let installed) = encoding.kind else { return nil }
    return installed.change.changed(utf8.span, isStart: true)
  }

  private func takeSettledPieces(from buffer: inout [UInt8], before end: Int, _ added: AddedTokens?) -> Int {
    let (tokens, end) = unsafe buffer[..<end].withUnsafeBufferPointer { bytes in
      unsafe withWalk(bytes, added) { walk in
        var whole = walk.cut(at: walk.text.wholeScalars(before: walk.end))
        return whole.settledCount()
      }
    }
    buffer.removeFirst(end)
    return tokens
  }
}

extension PieceWalk {
  /// The tokens of the pieces that stay whatever follows the text, and where the last of them ends. Patterns that are
  /// read at run time tell of each piece whether it is one.
  fileprivate mutating func settledCount() -> (tokens: Int, end: Int) {
    let settled = isTabled ? end + 1 : settledEnd(end)
    var tokens = 0
    var start = 0
    while start < end {
      let next = pieceEnd(start)
      guard next < settled, !(isTabled && dependsOnEnd) else { break }
      tokens += count(start, next)
      start = next
    }
    return (tokens, start)
  }
}
