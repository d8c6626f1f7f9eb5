/// A walk over the pieces of a text that stops wherever its caller likes: what every operation but the plain count
/// and encode is built on.
///
/// ```
/// text    ....................................
/// pieces  |    |  |         |   |
///         0    pieceEnd(0)      ▲ the caller stops here, or goes on later from here
/// ```
/// Two laws hold for the pieces of an encoding that has them, and everything in this folder rests on them:
///
/// 1. A piece depends on nothing before its start. So two splittings that have one boundary in common, over texts
///    that are equal from there on, have every later boundary in common.
/// 2. A piece that ends before the settled end of a text (see ``settledEnd(_:)``) stays whatever follows the text.
struct PieceWalk {
  let encoding: Encoding
  private let splitting: Splitting
  /// The patterns of an encoding that has no scanner; unused for the others.
  private let tables: SplitPreTokenizer
  private let wholePieces: WholePieces?
  private let addedTokens: AddedTokens?
  /// Where the added tokens stand; `nil` where there are none.
  private let added: AddedTokenWalk?
  let text: TextCursor
  private let vocabulary: Vocabulary
  private let memory: WorkingMemory
  private var pass: TextPass

  init(
    _ encoding: Encoding, _ text: TextCursor, _ vocabulary: Vocabulary, _ memory: WorkingMemory, _ added: AddedTokens?
  ) {
    self.encoding = encoding
    splitting = encoding.splitting
    tables = SplitPreTokenizer(splitting)
    wholePieces = encoding.wholePieces
    addedTokens = added
    self.added = added.map { AddedTokenWalk($0, text) }
    self.text = text
    self.vocabulary = vocabulary
    self.memory = memory
    pass = TextPass(text, vocabulary, memory)
  }

  /// Whether pieces are found by patterns that were read at run time.
  var isTabled: Bool {
    if case .tables = splitting { return true }
    return false
  }

  /// Whether the piece that such a pattern found last might end elsewhere if the text went on.
  var dependsOnEnd: Bool { added == nil ? tables.dependsOnEnd : furthest >= text.end }

  /// The furthest place that such patterns have looked at so far: the text's end where they have come to it.
  var furthest: Int { added.map { max(tables.furthest, $0.furthest) + $0.longest } ?? tables.furthest }

  /// The number of bytes of the text.
  var end: Int { text.end }

  /// The end of the piece that begins at `start`.
  ///
  /// - Precondition: `start` is 0, or where a caller wants a text of its own to begin, or the end of the piece
  ///   before; and it is before `end`.
  @inline(__always)
  func pieceEnd(_ start: Int) -> Int {
    guard let limit = added?.limit(from: start) else { return pieceEnd(text, start) }
    return limit.isToken ? limit.end : pieceEnd(text.cut(at: limit.end), start)
  }

  @inline(__always)
  private func pieceEnd(_ text: TextCursor, _ start: Int) -> Int {
    switch splitting {
    case .o200k: O200kPreTokenizer().pieceEnd(text, start)
    case .cl100k: Cl100kPreTokenizer().pieceEnd(text, start)
    case .gpt2: GPT2PreTokenizer().pieceEnd(text, start)
    case .tables: tables.pieceEnd(text, start)
    }
  }

  /// Calls `body` with each piece from `start` on until it returns `false`: the pieces of ``pieceEnd(_:)``, found some
  /// hundred at a time.
  @inline(__always)
  mutating func forEachPiece(from start: Int, _ body: (_ start: Int, _ end: Int, _ tokens: Int) -> Bool) {
    guard added == nil else { return forEachPieceAndAddedToken(from: start, body) }
    var start = start
    while start < text.end {
      let found = fill(start)
      for index in 0..<found {
        let end = memory.pieces[index]
        guard body(start, end, count(start, end)) else { return }
        start = end
      }
    }
  }

  private mutating func forEachPieceAndAddedToken(
    from start: Int, _ body: (_ start: Int, _ end: Int, _ tokens: Int) -> Bool
  ) {
    var start = start
    while start < text.end {
      let end = pieceEnd(start)
      guard body(start, end, count(start, end)) else { return }
      start = end
    }
  }

  @inline(__always)
  private func fill(_ start: Int) -> Int {
    switch splitting {
    case .o200k: O200kPreTokenizer().fill(memory.pieces, text, from: start)
    case .cl100k: Cl100kPreTokenizer().fill(memory.pieces, text, from: start)
    case .gpt2: GPT2PreTokenizer().fill(memory.pieces, text, from: start)
    case .tables: tables.fill(memory.pieces, text, from: start)
    }
  }

  /// The number of tokens of a piece.
  @inline(__always)
  mutating func count(_ start: Int, _ end: Int) -> Int {
    if let added, added.token(start, end) != nil { return 1 }
    guard let wholePieces else { return pass.countPiece(start, end) }
    return pass.countPiece(start, end, wholePieces)
  }

  /// The id of each token of a piece, and where it ends.
  mutating func tokens(_ start: Int, _ end: Int) -> [(id: TokenID, end: Int)] {
    if let token = added?.token(start, end) { return [(token, end)] }
    var ranks: [TokenID] = []
    if let wholePieces {
      pass.encodePiece(start, end, wholePieces, into: &ranks)
    } else {
      pass.encodePiece(start, end, into: &ranks)
    }
    var place = start
    return ranks.map { rank in
      place += length(rank)
      return (encoding.numbering.id(of: rank), place)
    }
  }

  /// The number of bytes that the token of a rank stands for.
  private func length(_ rank: TokenID) -> Int { wholePieces?.bytes(of: rank)?.count ?? vocabulary.length(rank) }

  /// The class of the scalar at `offset`, and its length in bytes.
  func scalar(_ offset: Int) -> (classBit: UInt8, length: Int) { text.scalar(offset) }

  /// The most bytes that have to be seen to know of a place whether an added token begins there; 1 without any.
  var longestAddedToken: Int { max(1, addedTokens?.longest ?? 1) }

  /// The walk over the first `end` bytes as a text of their own.
  func cut(at end: Int) -> PieceWalk {
    end == text.end ? self : PieceWalk(encoding, text.cut(at: end), vocabulary, memory, addedTokens)
  }
}

extension Tokenizer {
  /// Runs `body` with a walk over `bytes`, which must not outlive it.
  ///
  /// - Parameter reading: About how many bytes will be walked over, for the size of the working memory.
  func withWalk<Result, Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, reading: Int? = nil, _ body: (inout PieceWalk) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try withWalk(bytes, reading: reading, addedTokens, body)
  }

  /// Runs `body` with a walk over `bytes` in which those added tokens are looked for.
  func withWalk<Result, Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, reading: Int? = nil, _ added: AddedTokens?,
    _ body: (inout PieceWalk) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try withCursor(bytes) { cursor throws(Failure) in
      try memories.with(byteCount: reading ?? bytes.count) { memory throws(Failure) in
        var walk = PieceWalk(encoding, cursor, vocabulary, memory, added)
        return try body(&walk)
      }
    }
  }

  /// Calls `body` with the range and the number of tokens of each piece from `start` on, until it returns `false`.
  ///
  /// The sum over all pieces is ``count(_:)-(Span<UInt8>)``, for a text that is in the encoding's normal form if it has
  /// one.
  ///
  /// - Precondition: `start` is 0 or the end of a piece, and at most `utf8.count`.
  /// - Complexity: O(*n*) in the bytes up to where `body` stops it.
  package func forEachPiece(
    of utf8: Span<UInt8>, from start: Int = 0, _ body: (_ piece: Range<Int>, _ tokens: Int) -> Bool
  ) {
    precondition(start >= 0 && start <= utf8.count, "the walk starts outside the text")
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe withWalk(bytes, reading: bytes.count - start) { walk in
        walk.forEachPiece(from: start) { body($0..<$1, $2) }
      }
    }
  }

  /// Calls `body` with the range and the id of each token from `start` on, until it returns `false`. A token's range
  /// may begin or end inside a character.
  ///
  /// - Precondition: `start` is 0 or the end of a piece, and at most `utf8.count`.
  /// - Complexity: O(*n*) in the bytes up to the end of the piece in which `body` stops it.
  package func forEachToken(
    of utf8: Span<UInt8>, from start: Int = 0, _ body: (_ range: Range<Int>, _ id: TokenID) -> Bool
  ) {
    precondition(start >= 0 && start <= utf8.count, "the walk starts outside the text")
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe withWalk(bytes, reading: bytes.count - start) { $0.forEachToken(from: start, body) }
    }
  }

  /// The settled end of `utf8`: a piece that ends before it is a piece of every text that begins with `utf8`.
  ///
  /// So a reader of a stream may count every piece before it and keep the rest until more bytes have come.
  ///
  /// - Complexity: O(length of the last run of capitals or of white space), which is a few bytes in ordinary text.
  package func settledEnd(of utf8: Span<UInt8>) -> Int {
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe withWalk(bytes, reading: 0) { $0.settledEnd($0.end) }
    }
  }
}

extension PieceWalk {
  mutating func forEachToken(from start: Int, _ body: (_ range: Range<Int>, _ id: TokenID) -> Bool) {
    var start = start
    while start < end {
      for (id, next) in tokens(start, pieceEnd(start)) {
        guard body(start..<next, id) else { return }
        start = next
      }
    }
  }
}
