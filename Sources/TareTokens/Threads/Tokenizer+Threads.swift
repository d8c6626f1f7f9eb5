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
  /// - Complexity: O(*n*) in bytes; for a moment the tokens are there twice.
  public func encode(_ utf8: [UInt8], workers: Int) async -> [TokenID] {
    await encode(utf8, workers: workers, stretch: stretch(utf8.count, workers))
  }

  func count(_ utf8: [UInt8], workers: Int, stretch: Int) async -> Int {
    guard workers > 1, stretch < utf8.count, encoding.kind.canBeCut else { return count(utf8.span) }
    return await inStretches(utf8, workers, stretch) { count($0) }.reduce(0, +)
  }

  func encode(_ utf8: [UInt8], workers: Int, stretch: Int) async -> [TokenID] {
    guard workers > 1, stretch < utf8.count, encoding.kind.canBeCut else { return encode(utf8.span) }
    let parts = await inStretches(utf8, workers, stretch) { encode($0) }
    var tokens: [TokenID] = []
    tokens.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { tokens += part }
    return tokens
  }

  /// A few stretches for each worker, so that one with slow text does not keep the others waiting, and long ones, so
  /// that each worker's cache is worth filling.
  private func stretch(_ byteCount: Int, _ workers: Int) -> Int {
    max(Self.smallestStretch, byteCount / (max(1, workers) * 4) + 1)
  }

  private func inStretches<Result: Sendable>(
    _ utf8: [UInt8], _ workers: Int, _ size: Int, _ body: @escaping @Sendable (Span<UInt8>) -> Result
  ) async -> [Result] {
    await inParallel(count: (utf8.count + size - 1) / size, workers: workers) { index in
      body(utf8.span.extracting(stretch(index, of: utf8, size)))
    }
  }

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
