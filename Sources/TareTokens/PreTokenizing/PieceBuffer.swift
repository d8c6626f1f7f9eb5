import CTareScan

/// Where the next pieces of a text end, so that finding pieces and looking them up are two loops and not one.
///
/// Offsets are those of the text, so that a piece of any length has its end. A buffer owns nothing: whoever made its
/// memory gives it back.
///
/// SAFETY: `ends` points at `capacity` integers that live longer than the buffer; every access is at an index the
/// caller keeps in `0..<capacity`, asserted in debug builds.
@safe struct PieceBuffer {
  /// The most pieces that one filling finds: 2.5 KB, which stays in the first level cache. More than a few hundred
  /// gain nothing.
  static let capacity = 320

  let ends: UnsafeMutablePointer<Int>

  init(_ ends: UnsafeMutablePointer<Int>) {
    unsafe self.ends = ends
  }

  var start: UnsafeMutablePointer<Int> { unsafe ends }

  /// The end of the piece of that number.
  @inline(__always)
  subscript(index: Int) -> Int {
    get {
      assert(index >= 0 && index < Self.capacity)
      return unsafe ends[index]
    }
    nonmutating set {
      assert(index >= 0 && index < Self.capacity)
      unsafe ends[index] = newValue
    }
  }

  /// Adds a piece that ends at each of the places, counted from `base`, behind the first `count`; returns how many
  /// there are then. Up to 64 entries are overwritten.
  @inline(__always)
  func add(_ places: UInt64, from base: Int, behind count: Int, _ tier: ByteMaskTier) -> Int {
    assert(count >= 0 && count &+ 64 <= Self.capacity)
    // SAFETY: 64 entries are there, as the caller vouches and the line above asserts.
    if tier == .avx512 { return unsafe count &+ tare_write_places_avx512(places, base, ends + count) }
    var rest = places
    var next = unsafe ends + count
    // Eight at a time without asking: what is too much is overwritten, and a mispredicted end costs more.
    while rest != 0 {
      for index in 0..<8 {
        unsafe next[index] = base &+ rest.trailingZeroBitCount
        rest &= rest &- 1
      }
      unsafe next += 8
    }
    return count &+ places.nonzeroBitCount
  }
}

extension PreTokenizer {
  /// Finds pieces one at a time: what every faster way must equal.
  ///
  /// - Parameter count: How many pieces the buffer holds already.
  @inline(__always)
  func fillByWalking(_ pieces: PieceBuffer, _ text: TextCursor, from start: Int, holding count: Int = 0) -> Int {
    var count = count
    var end = start
    while count < PieceBuffer.capacity, end < text.end {
      end = pieceEnd(text, end)
      pieces[count] = end
      count &+= 1
    }
    return count
  }

  @inline(__always)
  func fill(_ pieces: PieceBuffer, _ text: TextCursor, from start: Int) -> Int {
    fillByWalking(pieces, text, from: start)
  }
}
