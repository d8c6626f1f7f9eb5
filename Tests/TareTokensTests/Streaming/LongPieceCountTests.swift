import TestMaterial
import Testing

@testable import TareTokens

struct LongPieceCountTests {
  /// Pieces over three letters: by chance, and runs that merging in pairs divides differently for each length.
  private static func piece(_ random: inout RandomText, _ length: Int) -> [UInt8] {
    let unit = (0..<(1 + random.next(4))).map { _ in UInt8(97 + random.next(3)) }
    let isRun = random.next(2) == 0
    return (0..<length).map { isRun ? unit[$0 % unit.count] : UInt8(97 + random.next(3)) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `what is settled is what the whole piece has there`(seed: UInt64) throws {
    let list = try SmallVocabulary.list(seed: seed, merges: 120)
    var random = RandomText(seed: seed)
    try SmallVocabulary.with(try SmallVocabulary.packed(list)) { vocabulary in
      for _ in 0..<8 {
        let piece = Self.piece(&random, vocabulary.mergeHorizon + 400)
        var counter = LongPieceCount(vocabulary, block: 32)
        var whole = LongPieceCount(vocabulary, block: .max / 2)
        for start in stride(from: 0, to: piece.count, by: 37) {
          let part = piece[start..<min(piece.count, start + 37)]
          counter.append(part)
          whole.append(part)
          while counter.canSettle { counter.settle() }
          #expect(counter.count == whole.count)
        }
        #expect(counter.bytes(from: counter.settlingLimit).count == vocabulary.mergeHorizon)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a piece that ended long ago counts as the two it turns out to be`(seed: UInt64) throws {
    let list = try SmallVocabulary.list(seed: seed, merges: 40)
    var random = RandomText(seed: seed)
    try SmallVocabulary.with(try SmallVocabulary.packed(list)) { vocabulary in
      for _ in 0..<8 {
        let piece = Self.piece(&random, vocabulary.mergeHorizon * 3)
        let cut = random.next(piece.count)
        var counter = OpenPieceCount(vocabulary, block: 32)
        for start in stride(from: 0, to: cut, by: 29) { counter.append(piece[start..<min(cut, start + 29)]) }
        counter.setMark()
        #expect(counter.endsAtMark)
        for start in stride(from: cut, to: piece.count, by: 31) {
          counter.append(piece[start..<min(piece.count, start + 31)])
        }
        func count(_ bytes: ArraySlice<UInt8>) -> Int { LongPieceCount(vocabulary, bytes, block: .max / 2).count }
        #expect(counter.countAsOne == count(piece[...]))
        #expect(counter.countDivided == count(piece[..<cut]) + count(piece[cut...]))
      }
    }
  }

  @Test(arguments: Encoding.inUse)
  func `the horizon is the length of all tokens together`(encoding: Encoding) {
    let vocabulary = encoding.vocabulary
    let lengths = (0..<vocabulary.tokenCount).reduce(0) { $0 + vocabulary.length(TokenID($1)) }
    #expect(vocabulary.mergeHorizon == lengths)
  }

  /// The bound of the proof, checked on every vocabulary and every length: with `h` bytes to come, nothing changes.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func `no continuation moves a boundary that lies beyond the horizon`(seed: UInt64) throws {
    let list = try SmallVocabulary.list(seed: seed, merges: 30)
    let reference = ReferenceEncoder(list, .o200k)
    var random = RandomText(seed: seed)
    let horizon = list.tokens.reduce(0) { $0 + $1.count }
    for _ in 0..<6 {
      let known = Self.piece(&random, horizon + 60)
      let more = known + Self.piece(&random, 1 + random.next(20))
      let boundaries = Self.boundaries(reference.encode(piece: known), list).filter { $0 <= known.count - horizon }
      let later = Self.boundaries(reference.encode(piece: more), list)
      #expect(boundaries == later.filter { $0 <= known.count - horizon })
    }
  }

  private static func boundaries(_ tokens: [TokenID], _ list: RankList) -> [Int] {
    var end = 0
    return tokens.map { token in
      end += list.tokens[Int(token)].count
      return end
    }
  }
}
