import Testing

@testable import TareRanking

struct PieceChoiceTests {
  private func order(
    _ pieces: [TextPiece], relevance: [Double], for question: String, upTo limit: Int = .max
  ) throws -> [Int] {
    let text = ExcerptText(of: Chunk(id: "", text: ""), pieces, "…")
    let coverage = QuestionCoverage(of: Query(text: question), by: pieces.map(\.text), try WordSplitter())
    var choice = PieceChoice(of: [text], relevance: relevance, chunkScores: [1], coverage)
    var order: [Int] = []
    choice.takeBest { piece in
      guard order.count < limit else { return false }
      order.append(piece.place)
      return true
    }
    return order
  }

  private func sentences(_ texts: [String]) -> [TextPiece] {
    texts.enumerated().map { TextPiece(text: $0.element, sentence: $0.offset) }
  }

  @Test func `a sentence that says the same again waits for one that answers the other half`() throws {
    let pieces = sentences(["The fee is high.", "A.", "Who pays the fee?", "B.", "It is closed on Monday."])
    let order = try order(pieces, relevance: [0.9, 0, 0.8, 0, 0.7], for: "fee, Monday")
    #expect(order.prefix(3) == [0, 4, 2])
  }

  @Test func `the other part of a sentence comes before a sentence that is a little better`() throws {
    let parts = ["whose fee it is,", "says the house", "A.", "B.", "C."]
    let pieces = zip(parts, [0, 0, 1, 2, 3]).map { TextPiece(text: $0, sentence: $1) }
    #expect(try order(pieces, relevance: [0.9, 0.3, 0, 0, 0.7], for: "fee").prefix(3) == [0, 1, 4])
  }

  @Test func `what neither answers nor stands beside it is not taken, and nothing is taken twice`() throws {
    let pieces = sentences((0..<40).map { "Word\($0)." })
    let order = try order(pieces, relevance: (0..<40).map { $0 < 20 ? 0.5 : 0 }, for: "Word1", upTo: 100)
    #expect(order.sorted() == Array(0...20))
  }

  @Test func `words are covered step by step and never by more than all`() throws {
    var coverage = QuestionCoverage(
      of: Query(text: "late fee"), by: ["a late fee", "a late bus", "rain"], try WordSplitter())
    #expect((0..<3).map { coverage.redundancy(of: $0) } == [0, 0, 0])
    coverage.add(1)
    #expect(coverage.redundancy(of: 1) == 0.5)
    #expect(coverage.redundancy(of: 0) > 0 && coverage.redundancy(of: 0) < 0.5)
    for _ in 0..<3 { coverage.add(0) }
    #expect((0..<3).map { coverage.redundancy(of: $0) } == [1, 1, 0])
  }
}
