import TestMaterial
import Testing

@testable import TareTokens

struct WorkingMemoryTests {
  @Test(arguments: Encoding.all)
  func `what earlier texts left behind changes no result`(encoding: Encoding) {
    let kept = Tokenizer(encoding)
    var random = RandomText(seed: 21)
    for _ in 0..<300 {
      let text = random.text(parts: 1 + random.next(200))
      let ids = Tokenizer(encoding).encode(text)
      #expect(kept.count(text) == ids.count)
      #expect(kept.encode(text) == ids)
      #expect(kept.count(text) == ids.count)
    }
  }

  @Test func `many more pieces than the tables hold are counted and encoded as the definition says`() throws {
    let list = try SmallVocabulary.list(seed: 31, merges: 150)
    let reference = ReferenceEncoder(list, .o200k)
    var random = RandomText(seed: 31)
    let pieces = (0..<1_500).map { _ in (0..<(1 + random.next(34))).map { _ in UInt8(97 + random.next(3)) } }
    let wanted = pieces.map { reference.encode(piece: $0) }
    try SmallVocabulary.with(try SmallVocabulary.packed(list)) { vocabulary in
      // A short text has the smallest tables, and every entry has several takers.
      let memory = WorkingMemory(byteCount: 1)
      for round in 0..<3 {
        for (piece, tokens) in zip(pieces, wanted) {
          // The same piece ends its text once, and has others behind it once, because short keys are read in words.
          for tail in [[], [UInt8](repeating: 98, count: 40)] {
            let (count, found) = counted(piece, piece + tail, vocabulary, memory)
            #expect(count == tokens.count)
            #expect(found == tokens)
          }
        }
        memory.prepare(byteCount: 40_000 << round)
      }
    }
  }

  @Test func `pieces are found by every kind of instruction alike, however often they come again`() throws {
    let list = try SmallVocabulary.list(seed: 33, merges: 150)
    let reference = ReferenceEncoder(list, .o200k)
    var random = RandomText(seed: 33)
    try SmallVocabulary.with(try SmallVocabulary.packed(list)) { vocabulary in
      for tier in ByteMaskTier.available {
        let memory = WorkingMemory(byteCount: 1)
        for round in 0..<40 {
          // Letters of few kinds, so that pieces of every length up to some hundred bytes come again and again.
          let words = (0..<400).map { _ in
            [UInt8](repeating: 32, count: random.next(2))
              + (0..<(1 + random.next(random.next(12) == 0 ? 130 : 18))).map { _ in UInt8(97 + random.next(2)) }
          }
          let text = Array(words.joined())
          let wanted = reference.encode(String(decoding: text, as: UTF8.self))
          #expect(counted(text, vocabulary, memory, tier) == wanted.count, "\(tier), round \(round)")
          #expect(encoded(text, vocabulary, memory, tier) == wanted, "\(tier), round \(round)")
        }
      }
    }
  }

  @Test func `zeros of every length are pieces like others`() throws {
    let list = try SmallVocabulary.list(seed: 2, merges: 10)
    try SmallVocabulary.with(try SmallVocabulary.packed(list)) { vocabulary in
      let memory = WorkingMemory(byteCount: 1)
      for length in 1...40 {
        let zeros = [UInt8](repeating: 0, count: length)
        let (count, found) = counted(zeros, zeros + zeros + zeros, vocabulary, memory)
        #expect(count == length)
        #expect(found == [TokenID](repeating: 0, count: length))
      }
    }
  }

  private func counted(
    _ text: [UInt8], _ vocabulary: Vocabulary, _ memory: WorkingMemory, _ tier: ByteMaskTier
  ) -> Int {
    withPass(text, vocabulary, memory, tier) { $0.count(O200kPreTokenizer()) }
  }

  private func encoded(
    _ text: [UInt8], _ vocabulary: Vocabulary, _ memory: WorkingMemory, _ tier: ByteMaskTier
  ) -> [TokenID] {
    var tokens: [TokenID] = []
    withPass(text, vocabulary, memory, tier) { $0.encode(O200kPreTokenizer(), into: &tokens) }
    return tokens
  }

  private func withPass<Result>(
    _ text: [UInt8], _ vocabulary: Vocabulary, _ memory: WorkingMemory, _ tier: ByteMaskTier,
    _ body: (inout TextPass) -> Result
  ) -> Result {
    unsafe text.withUnsafeBufferPointer { buffer in
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) {
        var pass = unsafe TextPass(TextCursor(buffer, empty: $0), vocabulary, memory)
        pass.tier = tier
        return body(&pass)
      }
    }
  }

  /// The count and the tokens of a piece at the start of a text.
  private func counted(
    _ piece: [UInt8], _ text: [UInt8], _ vocabulary: Vocabulary, _ memory: WorkingMemory
  ) -> (Int, [TokenID]) {
    unsafe text.withUnsafeBufferPointer { buffer in
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) {
        var pass = unsafe TextPass(TextCursor(buffer, empty: $0), vocabulary, memory)
        var tokens: [TokenID] = []
        let count = pass.countPiece(0, piece.count)
        pass.encodePiece(0, piece.count, into: &tokens)
        return (count, tokens)
      }
    }
  }
}
