import Testing

@testable import TareTokens

/// What the operations take as given about pieces.
struct PieceWalkTests {
  @Test func `every kind of encoding is tried`() {
    #expect(OperationEncodings.asIs.count == Encoding.inUse.count + 3 && OperationEncodings.normalizing != nil)
  }

  @Test(arguments: OperationEncodings.asIs)
  func `the pieces cover the text and their tokens add up to the count`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 21)
    for _ in 0..<150 {
      let text = Array(random.text(parts: 60).utf8)
      var end = 0
      var total = 0
      tokenizer.forEachPiece(of: text.span) { piece, tokens in
        #expect(piece.lowerBound == end && !piece.isEmpty)
        end = piece.upperBound
        total += tokens
        return true
      }
      #expect(end == text.count && total == tokenizer.count(text.span))
    }
  }

  @Test(arguments: OperationEncodings.asIs)
  func `the walk over tokens gives the ids of encode and ranges that cover the text`(encoding: Encoding) throws {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 22)
    for _ in 0..<150 {
      let text = Array(random.text(parts: 60).utf8)
      var ids: [TokenID] = []
      var end = 0
      tokenizer.forEachToken(of: text.span) { range, id in
        #expect(range.lowerBound == end)
        end = range.upperBound
        ids.append(id)
        return true
      }
      #expect(end == text.count && ids == tokenizer.encode(text.span))
    }
  }

  @Test(arguments: OperationEncodings.asIs)
  func `a walk stops where it is told and goes on from there`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    let text = Array("One two three, four five six seven.\n\nEight 8 nine 999".utf8)
    let whole = pieceEnds(text, tokenizer)
    for stop in whole.indices {
      var ends: [Int] = []
      tokenizer.forEachPiece(of: text.span) { piece, _ in
        ends.append(piece.upperBound)
        return ends.count <= stop
      }
      tokenizer.forEachPiece(of: text.span, from: ends[stop]) { piece, _ in
        ends.append(piece.upperBound)
        return true
      }
      #expect(ends == whole)
    }
  }

  @Test(arguments: OperationEncodings.asIs)
  func `pieces that end before the settled end stay whatever follows`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 23)
    for _ in 0..<1_200 {
      let text = Array(random.text(parts: 12).utf8)
      let known = random.next(4) == 0 ? random.next(text.count + 1) : text.count
      let start = Array(text[..<known])
      let settled = tokenizer.settledEnd(of: start.span)
      let expected = pieceEnds(start, tokenizer).filter { $0 < settled }
      for continuation in [Array(random.text(parts: 3).utf8), Array(text[known...]), [UInt8(ascii: "s")]] {
        let ends = pieceEnds(start + continuation, tokenizer).filter { $0 < settled }
        #expect(ends == expected, "\(String(decoding: start, as: UTF8.self).debugDescription) + \(continuation)")
      }
    }
  }

  @Test(arguments: Encoding.inUse)
  func `all but the last words of a text are settled`(encoding: Encoding) {
    let text = Array("The quick brown fox jumps over the lazy dog. Then it RUNS".utf8)
    #expect(Tokenizer(encoding).settledEnd(of: text.span) == text.count - 4)
    #expect(Tokenizer(encoding).settledEnd(of: [UInt8]().span) == 0)
  }

  private func pieceEnds(_ text: [UInt8], _ tokenizer: Tokenizer) -> [Int] {
    var ends: [Int] = []
    tokenizer.forEachPiece(of: text.span) { piece, _ in
      ends.append(piece.upperBound)
      return true
    }
    return ends
  }
}
