import CTareScan

/// What a ``PairTable`` remembers of one piece.
protocol KnownPiece: BitwiseCopyable {
  associatedtype Key

  /// The fewest and the most entries of a table, powers of two.
  static var sizes: ClosedRange<Int> { get }
  /// An entry that no piece has.
  static var empty: Self { get }

  /// What places a piece; the high bits are the good ones.
  static func hash(_ key: Key) -> UInt64

  var key: Key { get }
  /// The number of tokens; 0 in an empty entry.
  var count: Int { get }
}

/// Pieces that were met lately. Each belongs in one of two neighbours, which share a cache line.
///
/// A table grows when as many pieces have come as half of it has room for, and not with the text: a table of few pieces
/// must stay small, because what it touches is what the nearest caches hold. What it holds depends on the texts alone.
@safe struct PairTable<Piece: KnownPiece> {
  /// SAFETY: points at twice `1 << (64 - shift)` entries that this value owns until `free`; copies are used only until
  /// the table grows or goes. A pair's number is the top `64 - shift` bits of a hash.
  private var pieces: UnsafeMutablePointer<Piece>
  private var shift: UInt64
  /// The pieces that have come since the table last grew.
  private var inserted = 0

  init() {
    unsafe pieces = Self.allocate(Piece.sizes.lowerBound)
    shift = Self.shift(Piece.sizes.lowerBound)
  }

  private var size: Int { 1 << (65 - Int(shift)) }

  private static func shift(_ size: Int) -> UInt64 { UInt64(65 - size.trailingZeroBitCount) }

  private static func allocate(_ size: Int) -> UnsafeMutablePointer<Piece> {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Piece>.stride, alignment: 64)
    return unsafe raw.initializeMemory(as: Piece.self, repeating: .empty, count: size)
  }

  /// The table as vector code takes it.
  var vectors: tare_piece_table {
    let pairBits = (2 * MemoryLayout<Piece>.stride).trailingZeroBitCount
    return unsafe tare_piece_table(pairs: pieces, shift: shift, pair_bits: UInt64(pairBits))
  }

  /// The number of the pair that a piece belongs in.
  @inline(__always)
  func pair(_ key: Piece.Key) -> Int { Int(truncatingIfNeeded: Piece.hash(key) &>> shift) }

  /// The same, and asks for the pair's memory.
  @inline(__always)
  func prefetch(_ key: Piece.Key) -> Int {
    let number = pair(key)
    unsafe tare_prefetch(pieces + 2 &* number)
    return number
  }

  /// The two entries of a pair.
  ///
  /// - Precondition: The number is one that the table gave.
  @inline(__always)
  subscript(pair number: Int) -> (Piece, Piece) { unsafe (pieces[2 &* number], pieces[2 &* number &+ 1]) }

  /// Remembers a piece that is not known. A piece that is one token gives way first: asking the vocabulary again is
  /// cheaper than merging again.
  @inline(__always)
  mutating func insert(_ piece: Piece) {
    let first = unsafe pieces + 2 &* pair(piece.key)
    if unsafe !(first[1].count > 1 && first[0].count <= 1) { unsafe first[1] = first[0] }
    unsafe first.pointee = piece
    inserted &+= 1
  }

  /// Makes the table four times as large if it has filled up.
  mutating func growIfFull() {
    guard 2 * inserted > size, size < Piece.sizes.upperBound else { return }
    let old = unsafe UnsafeBufferPointer(start: pieces, count: size)
    let wanted = min(4 * size, Piece.sizes.upperBound)
    unsafe pieces = Self.allocate(wanted)
    shift = Self.shift(wanted)
    // The newer of a pair comes last, and so stays in front.
    for index in old.indices.reversed() {
      let piece = unsafe old[index]
      if piece.count > 0 { insert(piece) }
    }
    inserted = 0
    unsafe old.deallocate()
  }

  /// Gives the memory back.
  func free() { unsafe pieces.deallocate() }
}
