extension Tokenizer {
  /// A thread is not worth its start below so many bytes.
  static let smallestStretch = 1 << 17

  /// The number of tokens of a long text, counted by several workers: the same as by one.
  ///
  /// The text is cut where every splitting has a boundary, behind a word or a line, and each stretch is counted as a
  /// text of its own. A short text, and one with nowhere to cut, is counted by one worker.
  ///
  /// - Parameter workers: How many stretches are counted at a time; at least one is.
  /// - Complexity: O(*n*) in bytes.
  public func count(_ utf8: [UInt8], workers: Int) async -> Int {
    await count(utf8, workers: workers, stretch: stretch(utf8.count, workers))
  }

  /// The tokens of a long text, made by several workers: the same as by one.
  ///
  /// See ``count(_:workers:)``. Names such as `<|endoftext|>` in the text are text.
  ///
  /// - Parameter workers: How many stretches are encoded at a time; at least one is.
  /// - Complexity: O(*n*) in bytes; the tokens are copied once.
  public func encode(_ utf8: [UInt8], workers: Int) async -> [TokenID] {
    await encode(utf8, workers: workers, stretch: stretch(utf8.count, workers))
  }

  func count(_ utf8: [UInt8], workers: Int, stretch: Int) async -> Int {
    guard workers > 1, stretch < utf8.count, encoding.kind.canBeCut else { return count(utf8.span) }
    var total = 0
    await inParallel(count: stretchCount(utf8, stretch), workers: workers) { index in
      count(utf8.span.extracting(self.stretch(index, of: utf8, stretch)))
    } inOrder: {
      total += $0
    }
    return total
  }

  func encode(_ utf8: [UInt8], workers: Int, stretch: Int) async -> [TokenID] {
    guard workers > 1, stretch < utf8.count, encoding.kind.canBeCut else { return encode(utf8.span) }
    var tokens: [TokenID] = []
    tokens.reserveCapacity(utf8.count / 4 + 8)
    await inParallel(count: stretchCount(utf8, stretch), workers: workers) { index in
      encode(utf8.span.extracting(self.stretch(index, of: utf8, stretch)))
    } inOrder: {
      tokens += $0
    }
    return tokens
  }

  /// A few stretches for each worker, so that one with slow text does not keep the others waiting; long enough to fill
  /// a worker's cache, short enough for its tokens to stay in memory that is there already.
  private func stretch(_ byteCount: Int, _ workers: Int) -> Int {
    min(max(Self.smallestStretch, byteCount / (max(1, workers) * 4) + 1), Self.smallestStretch * 4)
  }

  private func stretchCount(_ utf8: [UInt8], _ size: Int) -> Int { (utf8.count + size - 1) / size }

  private func stretch(_ index: Int, of utf8: [UInt8], _ size: Int) -> Range<Int> {
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe withCursor(bytes) { TextStretches(cuts: TextCuts(text: $0), size: size)[index] }
    }
  }
}

extension Encoding.Kind {
  /// Whether the reasons of ``TextCuts`` hold for its pattern.
  var canBeCut: Bool {
    switch self {
    case .o200kBase, .o200kHarmony, .cl100kBase: true
    case .installed: false
    }
  }
}
