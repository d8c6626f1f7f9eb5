import CTareScan
import TestMaterial
import Testing

@testable import TareTokens

/// The scanner of blocks against the walk of one scalar after the other, in every tier this machine can run.
struct BlockScanningTests {
  /// Texts whose pieces begin and end everywhere in a window.
  private static func nastyBytes(_ random: inout RandomText) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<(1 + random.next(6)) {
      switch random.next(8) {
      case 0: bytes += random.bytes(count: random.next(12))
      case 1: bytes += [UInt8](repeating: UInt8(random.next(128)), count: random.next(150))
      case 2: bytes += (0..<random.next(80)).map { _ in UInt8(random.next(128)) }
      case 3: bytes += Array("\u{3000}\u{A0}\u{2028}é中Ж\u{301}½٣😀".utf8.dropLast(random.next(5)))
      default: bytes += Array(random.text(parts: 40).utf8)
      }
    }
    return bytes
  }

  /// Texts of a few bytes each that decide where pieces end, in every order.
  private static func tightBytes(_ random: inout RandomText) -> [UInt8] {
    let parts = [
      "a", "A", "中", "\u{301}", "1", " ", "\t", "\n", "\r", "/", "'", "'s", "'LL", ".", "’", "\u{A0}", "\u{3000}",
      "½",
    ]
    return (0..<(60 + random.next(60))).flatMap { _ in Array(parts[random.next(parts.count)].utf8) }
  }

  /// Words longer than a window, of letters of every case in runs of every length.
  private static func longWords(_ random: inout RandomText) -> [UInt8] {
    let letters = ["a", "A", "中", "e\u{301}", "ก\u{E34}", "я", "Я", "한", "か", "'s", "'", " ", "ا", "\u{301}", "ö"]
    let few = (0..<(1 + random.next(4))).map { _ in letters[random.next(letters.count)] }
    return (0..<(1 + random.next(12))).flatMap { _ in
      Array(String(repeating: few[random.next(few.count)], count: 1 + random.next(60)).utf8)
    }
  }

  @Test func `blocks give the pieces of the walk in long words of every script`() {
    var random = RandomText(seed: 26)
    for _ in 0..<2_500 { expectWalk(Self.longWords(&random)) }
  }

  @Test func `blocks give the pieces of the walk on every scalar`() {
    for first in stride(from: UInt32(0x80), to: 0x11000, by: 24) {
      var text = "a (b) "
      for value in first..<(first + 24) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text.unicodeScalars.append(contentsOf: [scalar, " ", "x", scalar, "y", scalar, scalar])
      }
      expectWalk(Array((text + String(repeating: ".", count: 70)).utf8))
    }
  }

  @Test func `blocks give the pieces of the walk on bytes that are nearly UTF-8`() {
    var random = RandomText(seed: 28)
    let bytes: [UInt8] = [
      0xC1, 0xC2, 0xC3, 0xD0, 0xD1, 0xDF, 0xE0, 0xE2, 0xE3, 0xE4, 0xE9, 0xEA, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
      0x80, 0x81, 0x8F, 0x90, 0x9D, 0x9F, 0xA0, 0xAF, 0xB0, 0xB7, 0xB8, 0xBF, 0x41, 0x61, 0x20, 0x0A, 0x2E, 0x00,
    ]
    for _ in 0..<2_000 { expectWalk((0..<(1 + random.next(200))).map { _ in bytes[random.next(bytes.count)] }) }
  }

  @Test func `blocks give the pieces of the walk on text of every kind`() {
    var random = RandomText(seed: 21)
    for _ in 0..<2_500 {
      expectWalk(Self.nastyBytes(&random))
      expectWalk(Self.tightBytes(&random))
    }
  }

  @Test func `blocks give the pieces of the walk for every four scalars of different kinds in a row`() {
    let kinds = ["a", "s", "A", "中", "\u{301}", "1", " ", "\t", "\n", "/", "'", ".", "½", "\u{3000}", "’"]
    let separators = ["x", " ", "\n", ".", "7"]
    for first in kinds {
      var text = ""
      for (number, rest) in (0..<(kinds.count * kinds.count * kinds.count)).enumerated() {
        text += first + kinds[rest % 15] + kinds[rest / 15 % 15] + kinds[rest / 225] + separators[number / 7 % 5]
      }
      expectWalk(Array(text.utf8))
    }
  }

  @Test func `blocks give the pieces of the walk wherever in a block something stands`() {
    var random = RandomText(seed: 22)
    let fillers = ["a", "b ", "中", " ", ".", "\n", "é", "7"]
    for _ in 0..<40 {
      let middle = Array(random.text(parts: 3).utf8)
      let filler = Array(fillers[random.next(fillers.count)].utf8)
      for offset in 0...70 {
        let before = (0..<offset).map { filler[$0 % filler.count] }
        expectWalk(before + middle + Array(" and then some text for the block's other end: (it's 2026) ".utf8))
      }
    }
  }

  @Test func `blocks give the pieces of the walk wherever the text ends`() {
    var random = RandomText(seed: 23)
    for _ in 0..<20 {
      let bytes = Self.nastyBytes(&random).prefix(200)
      for end in 0...bytes.count { expectWalk(Array(bytes.prefix(end))) }
    }
  }

  @Test(arguments: [
    "a", "A", " ", "\n", "\t", ".", "/", "'", "7", "中", "\u{301}", "\u{3000}", "½", "Aa", "\n ", "a's", ".\n/", "'s",
  ])
  func `blocks give the pieces of the walk in runs that cross them`(unit: String) {
    for count in [30, 63, 64, 65, 127, 128, 129, 200, 700] {
      let run = String(repeating: unit, count: count)
      for around in ["", "x", " ", ".", "\n", "中"] {
        expectWalk(Array((around + run + around + "end of the text, which is long enough for one more block.\n").utf8))
      }
    }
  }

  @Test func `a filling begins at any piece and holds no more than the buffer`() {
    let text = [UInt8](repeating: UInt8(ascii: "\n"), count: 5) + Array(String(repeating: "a1", count: 2_000).utf8)
    expectWalk(text)
    let counts = fillings(text, O200kPreTokenizer(), .portable).counts
    #expect(counts.count > 10 && counts.allSatisfy { $0 > 0 && $0 <= PieceBuffer.capacity })
  }

  // MARK: Byte masks

  @Test func `every tier finds the masks that their definition gives`() {
    var random = RandomText(seed: 24)
    for round in 0..<600 {
      let bytes = round < 256 ? (0..<64).map { UInt8(truncatingIfNeeded: round + $0) } : random.bytes(count: 64)
      for tier in ByteMaskTier.available {
        // SAFETY: 64 bytes are there.
        let masks = unsafe bytes.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe tier.masks($0) } }
        #expect(masks.map(Masks.init) == Masks(definedFor: bytes), "\(tier)")
      }
    }
  }

  @Test func `the top bits are the same without the processor's instruction`() {
    var random = RandomText(seed: 25)
    for _ in 0..<1_000 {
      let vector = SIMD16<UInt8>(random.bytes(count: 16))
      #expect(vector.topBits == vector.gatheredTopBits)
    }
  }

  @Test func `every tier writes the same places`() {
    var random = RandomText(seed: 27)
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: PieceBuffer.capacity) { memory in
      guard let base = memory.baseAddress else { return }
      let pieces = unsafe PieceBuffer(base)
      for round in 0..<600 {
        // From none of 64 to all of them.
        let places: UInt64 = (0..<64).reduce(0) { $0 | (random.next(600) < round ? 1 << UInt64($1) : 0) }
        let expected = (0..<64).filter { places >> UInt64($0) & 1 == 1 }.map { $0 + 1_000 }
        for tier in ByteMaskTier.available {
          let count = pieces.add(places, from: 1_000, behind: 3, tier)
          #expect((3..<count).map { pieces[$0] } == expected, "\(tier)")
        }
      }
    }
  }

  // MARK: Scalars

  @Test func `the scalars taken as letters without case in one go are such`() {
    for value in [0x4E00...0x9FFF, 0xAC00...0xD77F].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let bit = withCursor(Array(String(scalar).utf8)) { $0.classBit(0) }
      if bit != ScalarClass.caseless { Issue.record("U+\(String(value, radix: 16)) is of class \(bit)") }
    }
  }

  @Test func `a scalar has the same class inside a text and at its end`() {
    for value in (0...UInt32(0x10FFFF)) {
      guard value < 0x3000 || value % 7 == 0, let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let atEnd = withCursor(bytes) { $0.scalar(0) }
      let inside = withCursor(bytes + [0x80, 0, 0, 0]) { $0.scalar(0) }
      guard atEnd != inside else { continue }
      Issue.record("U+\(String(value, radix: 16)): \(atEnd) at the end, \(inside) inside")
    }
  }

  // MARK: Comparing

  private func expectWalk(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
    expectWalk(bytes, O200kPreTokenizer(), location)
    expectWalk(bytes, Cl100kPreTokenizer(), location)
  }

  private func expectWalk(_ bytes: [UInt8], _ splitter: some BlockScanning, _ location: SourceLocation) {
    let walked = withCursor(bytes) { text in
      var ends: [Int] = []
      while (ends.last ?? 0) < text.end { ends.append(splitter.pieceEnd(text, ends.last ?? 0)) }
      return ends
    }
    for tier in ByteMaskTier.available {
      let scanned = fillings(bytes, splitter, tier).ends
      guard scanned != walked else { continue }
      let shown = String(decoding: bytes, as: UTF8.self).debugDescription
      Issue.record("\(tier) \(splitter): \(scanned), not \(walked), in \(shown)", sourceLocation: location)
    }
  }

  private func fillings(
    _ bytes: [UInt8], _ splitter: some BlockScanning, _ tier: ByteMaskTier
  ) -> (ends: [Int], counts: [Int]) {
    var ends: [Int] = []
    var counts: [Int] = []
    // SAFETY: the buffer lives as long as its memory.
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: PieceBuffer.capacity) { memory in
      guard let base = memory.baseAddress else { return }
      let pieces = unsafe PieceBuffer(base)
      withCursor(bytes) { text in
        while (ends.last ?? 0) < text.end {
          counts.append(splitter.fill(pieces, text, from: ends.last ?? 0, tier))
          guard let count = counts.last, count > 0 else { return }
          for index in 0..<count { ends.append(pieces[index]) }
        }
      }
    }
    return (ends, counts)
  }

  private func withCursor<Result>(_ bytes: [UInt8], _ body: (TextCursor) -> Result) -> Result {
    var nothing: UInt8 = 0
    return unsafe withUnsafePointer(to: &nothing) { empty in
      unsafe bytes.withUnsafeBufferPointer { unsafe body(TextCursor($0, empty: empty)) }
    }
  }
}

/// Byte masks that can be compared and written out.
private struct Masks: Equatable {
  var masks: [UInt64]

  init(_ found: ByteMasks) {
    masks = [
      found.upper, found.lower, found.number, found.white_space, found.newline, found.blank, found.slash,
      found.apostrophe, found.high,
    ]
  }

  init(definedFor bytes: [UInt8]) {
    let kinds: [(UInt8) -> Bool] = [
      { 0x41...0x5A ~= $0 }, { 0x61...0x7A ~= $0 }, { 0x30...0x39 ~= $0 }, { 9...13 ~= $0 || $0 == 32 },
      { $0 == 10 || $0 == 13 }, { $0 == 32 }, { $0 == 47 }, { $0 == 39 }, { $0 >= 0x80 },
    ]
    masks = kinds.map { kind in
      bytes.indices.reduce(0) { $0 | (kind(bytes[$1]) ? 1 << UInt64($1) : 0) }
    }
  }
}
