/// A part of a text that has added tokens.
///
/// SAFETY: the bytes live for as long as the call that is given the part.
@unsafe enum TextPart {
  /// An added token and the bytes it was found in, and whether the text had others there, or would be given others if
  /// it were cut inside the token.
  case token(TokenID, UnsafeBufferPointer<UInt8>, isChanged: Bool)
  /// A stretch between two, in the form in which it is divided, and whether that is another than it had.
  case text(UnsafeBufferPointer<UInt8>, isChanged: Bool)
}

extension Encoding {
  /// Calls `body` with each added token and each stretch between them, in order: tokens are looked for in the text as it
  /// came, then in what the normalizer makes of each stretch, and what is left gets its space.
  func forEachPart(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: AddedTokens, _ body: (TextPart) -> Void) {
    unsafe divide(bytes, tokens.raw) { stretch, start, token in
      unsafe withChange(stretch, isStart: start == 0, { $0.normalized($1, isStart: $2) }) { normalized, isNormalized in
        if let token { return unsafe body(.token(token, stretch, isChanged: isNormalized)) }
        unsafe divide(normalized, tokens.normalized) { rest, offset, token in
          if let token { return unsafe body(.token(token, rest, isChanged: isNormalized)) }
          let isStart = start == 0 && offset == 0
          unsafe withChange(rest, isStart: isStart, { $0.prefixed($1, isStart: $2) }) { text, isPrefixed in
            unsafe body(.text(text, isChanged: isNormalized || isPrefixed))
          }
        }
      }
    }
  }

  /// Calls `body` with the tokens that a search finds and with the stretches between them, and where each begins.
  private func divide(
    _ bytes: UnsafeBufferPointer<UInt8>, _ search: AddedTokenSearch?,
    _ body: (UnsafeBufferPointer<UInt8>, Int, TokenID?) -> Void
  ) {
    var start = 0
    while let found = search.flatMap({ search in unsafe withCursor(bytes) { search.next($0, from: start) } }) {
      let (token, end) = (found.range.lowerBound, found.range.upperBound)
      if token > start { unsafe body(UnsafeBufferPointer(rebasing: bytes[start..<token]), start, nil) }
      unsafe body(UnsafeBufferPointer(rebasing: bytes[token..<end]), token, found.id)
      start = end
    }
    if start < bytes.count { unsafe body(UnsafeBufferPointer(rebasing: bytes[start...]), start, nil) }
  }

  private func withChange(
    _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool, _ change: (TextChange, Span<UInt8>, Bool) -> [UInt8]?,
    _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Void
  ) {
    guard case .installed(let installed) = kind,
      let changed = unsafe change(installed.change, Span(_unsafeElements: bytes), isStart)
    else { return unsafe body(bytes, false) }
    unsafe changed.withUnsafeBufferPointer { unsafe body($0, true) }
  }
}

extension Tokenizer {
  /// The number of tokens of a text that may have added tokens.
  func count(_ bytes: UnsafeBufferPointer<UInt8>, _ added: AddedTokens) -> Int {
    var total = 0
    unsafe encoding.forEachPart(bytes, added) { part in
      switch unsafe part {
      case .token: total += 1
      case .text(let text, _): total += unsafe countNormalized(text)
      }
    }
    return total
  }

  /// Appends the ids of a text that may have added tokens.
  func encode(_ bytes: UnsafeBufferPointer<UInt8>, _ added: AddedTokens, into tokens: inout [TokenID]) {
    unsafe encoding.forEachPart(bytes, added) { part in
      switch unsafe part {
      case .token(let id, _, _): tokens.append(id)
      case .text(let text, _): unsafe encodeNormalized(text, into: &tokens)
      }
    }
  }
}
