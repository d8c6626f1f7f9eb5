import CTareScan

/// The scalar classes of up to 64 bytes of a text from the start of a piece on, a mask each: every byte of a scalar
/// has the scalar's class, so that neighbours in the text are neighbours in a mask.
@safe struct ScanWindow {
  var upper: UInt64
  var lower: UInt64
  var caseless: UInt64 = 0
  var mark: UInt64 = 0
  var number: UInt64
  var whiteSpace: UInt64
  var symbol: UInt64
  /// White space that is CR or LF.
  let newline: UInt64
  /// U+0020, the one white space that goes with symbols.
  let blank: UInt64
  let slash: UInt64
  let apostrophe: UInt64
  /// The first byte of each scalar.
  var lead: UInt64
  /// The first bytes of scalars for which the masks have no rule: numbers of several bytes.
  var hard: UInt64 = 0
  /// The bytes whose classes are known.
  var known: UInt64 = ~0

  /// The window of the 64 bytes at `offset`.
  ///
  /// SAFETY: `offset + width <= text.end` is the caller's contract, asserted in debug builds, and no more is read.
  @inline(__always)
  init(_ text: TextCursor, _ offset: Int, _ tier: ByteMaskTier) {
    assert(offset >= 0 && offset + Self.width <= text.end)
    unsafe self.init(text.start + offset, text, offset, tier)
  }

  /// The window of the last bytes of a text, fewer than `width`, from a copy of them: behind the text there may be
  /// nothing to read. The text's last piece is never settled, since what would settle it is not there.
  @inline(never)
  init(tailOf text: TextCursor, _ offset: Int, _ tier: ByteMaskTier) {
    let count = min(64, text.end &- offset)
    assert(offset >= 0 && count > 0)
    // SAFETY: `count` bytes are there from `offset` on, and a vector of 64 has room for them and is 64 bytes to read.
    var copy = SIMD64<UInt8>(repeating: 0)
    unsafe withUnsafeMutableBytes(of: &copy) { block in
      unsafe block.copyMemory(from: UnsafeRawBufferPointer(start: text.start + offset, count: count))
    }
    self = unsafe withUnsafePointer(to: &copy) { block in
      unsafe block.withMemoryRebound(to: UInt8.self, capacity: 64) { unsafe ScanWindow($0, text, offset, tier) }
    }
    known &= .max &>> UInt64(64 &- count)
  }

  /// SAFETY: the caller vouches for 64 readable bytes.
  @unsafe @inline(__always)
  private init(_ bytes: UnsafePointer<UInt8>, _ text: TextCursor, _ offset: Int, _ tier: ByteMaskTier) {
    let masks = unsafe tier.masks(bytes)
    upper = masks.upper
    lower = masks.lower
    number = masks.number
    whiteSpace = masks.white_space
    newline = masks.newline
    blank = masks.blank
    slash = masks.slash
    apostrophe = masks.apostrophe
    lead = ~masks.high
    symbol = ~(upper | lower | number | whiteSpace | masks.high)
    guard masks.high != 0 else { return }
    let rest = tier == .portable ? masks.high : unsafe classifyTogether(masks.high, bytes, text.blocks, tier)
    if rest != 0 { classify(rest, text, offset) }
  }

  /// How many bytes must be readable: 64, and the rest of a load of four from the last.
  static let width = 67

  /// Adds the classes of all scalars of two and three bytes; returns the bytes that are none of these.
  ///
  /// SAFETY: the caller vouches for 64 readable bytes; the table is the one that the function asks for.
  @unsafe @inline(never)
  private mutating func classifyTogether(
    _ high: UInt64, _ bytes: UnsafePointer<UInt8>, _ classes: UnsafePointer<UInt8>, _ tier: ByteMaskTier
  ) -> UInt64 {
    var masks = tare_scalar_masks()
    if tier == .avx512 {
      unsafe tare_scalar_masks_avx512(bytes, high, classes, &masks)
    } else {
      unsafe tare_scalar_masks_avx2(bytes, high, classes, &masks)
    }
    upper |= masks.upper
    lower |= masks.lower
    caseless = masks.caseless
    mark = masks.mark
    number |= masks.number
    lead |= masks.lead
    hard = masks.number & masks.lead
    whiteSpace |= masks.white_space
    symbol |= masks.symbol
    return masks.rest
  }

  /// Adds the classes of the scalars that the bytes of `high` are part of, one after the other.
  @inline(never)
  private mutating func classify(_ high: UInt64, _ text: TextCursor, _ base: Int) {
    var pending = high
    var byClass = InlineArray<8, UInt64>(repeating: 0)
    while pending != 0 {
      let index = pending.trailingZeroBitCount
      let (bit, length) = text.longScalar(base &+ index)
      guard index &+ length <= 64 else {
        known = 1 &<< UInt64(index) &- 1
        break
      }
      let bytes: UInt64 = (1 &<< UInt64(length) &- 1) &<< UInt64(index)
      lead |= 1 &<< UInt64(index)
      // SAFETY: one bit of eight is set, so its number is below 8.
      unsafe byClass[unchecked: bit.trailingZeroBitCount] |= bytes
      pending &= ~bytes
    }
    upper |= byClass[0]
    lower |= byClass[1]
    caseless |= byClass[2]
    mark |= byClass[3]
    number |= byClass[4]
    hard |= byClass[4] & lead
    whiteSpace |= byClass[5]
    symbol |= byClass[7]
  }
}
