/// Runs a ``PatternTable`` over text.
///
/// A scan may look far beyond the end of the match it finds. Where it did, the places and states in which it found
/// nothing more are remembered, and no later scan goes through one of them again (Reps, "Maximal-munch tokenization in
/// linear time", 1998): the time is linear in the text times the number of states, whatever the pattern, and
/// the memory is bounded by the longest stretch looked at in vain.
struct PatternScanner {
  /// Shorter stretches are cheaper walked twice than remembered.
  private static let shortStretch = 64

  private let table: PatternTable
  private var barren: Set<UInt64> = []
  private var barrenEnd = 0
  /// The furthest place looked at: the text's end where a scan has come to it.
  private(set) var furthest = 0
  /// The number of scalars read, for tests of the work done.
  private(set) var scalarsRead = 0

  init(_ table: PatternTable) {
    self.table = table
  }

  /// The end of the match that begins at `start`, or `nil`; the text ends at `end`.
  ///
  /// - Precondition: `start < end`.
  mutating func matchEnd(_ text: TextCursor, _ start: Int, _ end: Int) -> Int? {
    var state = PatternTable.start
    var found: Int?
    var offset = start
    var vain: [UInt64] = []
    while true {
      let (part, length) = offset < end ? next(text, offset, end) : (table.partCount, 0)
      let transition = table.transition(state, part)
      if transition & 1 != 0 {
        found = offset
        vain.removeAll(keepingCapacity: true)
      }
      if offset > furthest { furthest = offset }
      state = transition &>> 1
      offset += length
      scalarsRead += 1
      if state == PatternTable.dead || length == 0 { break }
      guard offset - (found ?? start) > Self.shortStretch else { continue }
      let place = UInt64(offset) << 16 | UInt64(state)
      if offset <= barrenEnd, barren.contains(place) { break }
      vain.append(place)
    }
    remember(vain, from: found ?? start, to: offset)
    return found
  }

  private mutating func remember(_ vain: [UInt64], from start: Int, to end: Int) {
    if start >= barrenEnd, !barren.isEmpty { barren.removeAll(keepingCapacity: true) }
    guard !vain.isEmpty else { return }
    barren.formUnion(vain)
    barrenEnd = max(barrenEnd, end)
  }

  @inline(__always)
  private func next(_ text: TextCursor, _ offset: Int, _ end: Int) -> (part: Int, length: Int) {
    let byte = text.byte(offset)
    if byte < 0x80 { return (table.part(UInt32(byte)), 1) }
    let (value, length) = text.scalarValue(offset, end)
    return (table.part(value), length)
  }
}

extension TextCursor {
  /// The scalar at `offset` and its length; a byte that begins none before `end` is one U+FFFD.
  func scalarValue(_ offset: Int, _ end: Int) -> (value: UInt32, length: Int) {
    let lead = byte(offset)
    guard lead >= 0x80 else { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, offset + length <= end else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in 1..<length {
      let byte = byte(offset + index)
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isOverlong = length == 3 ? value < 0x800 : length == 4 ? value < 0x10000 : false
    guard !isOverlong, value <= 0x10FFFF, value & 0xFFFF_F800 != 0xD800 else { return (0xFFFD, 1) }
    return (value, length)
  }
}
