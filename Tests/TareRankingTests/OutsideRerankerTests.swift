import TareRanking
import Testing

/// A judge outside of the process is believed if it judges everything, and replaced as a whole if not.
struct OutsideRerankerTests {
  private let chunks = ["The fee is 80 crowns.", "Berth 12 is free.", "Fees are paid at the desk."].enumerated().map {
    Chunk(id: "\($0.offset)", text: $0.element)
  }
  private let query = Query(text: "What is the fee?")

  private struct Refusal: Error, CustomStringConvertible { var description: String { "the line is busy" } }

  @Test func `its scores stand as they are, in the order of the chunks`() async throws {
    let judged = try await LexicalReranker().relevance(of: chunks, to: query) { _, _ in
      [(2, -3.5), (0, 1e9), (1, 0)].map { Relevance(chunk: $0.0, score: $0.1) }
    }
    #expect(judged.relevance.map(\.chunk) == [0, 1, 2] && judged.relevance.map(\.score) == [1e9, 0, -3.5])
    #expect(judged.warning == nil)
  }

  @Test(
    arguments: [
      [], [(0, 1)], [(0, 1), (1, 1), (3, 1)], [(0, 1), (1, 1), (1, 1)], [(0, 1), (1, .nan), (2, 1)],
      [(0, 1), (1, .infinity), (2, 1)], [(0, 1), (1, 1), (2, 1), (2, 1)], [(-1, 1), (0, 1), (1, 1)],
    ] as [[(Int, Double)]])
  func `scores that are not one for each chunk are none, and words judge`(scores: [(Int, Double)]) async throws {
    let reranker = try LexicalReranker()
    let judged = await reranker.relevance(of: chunks, to: query) { _, _ in
      scores.map { Relevance(chunk: $0.0, score: $0.1) }
    }
    #expect(judged.relevance == reranker.relevance(of: chunks, to: query))
    #expect(judged.warning?.reason == "its scores are not one for each of 3")
    #expect(judged.warning?.description.hasPrefix("ranked by words, without the reranker: ") == true)
  }

  @Test func `an error is the reason in the warning, and nothing is asked about nothing`() async throws {
    let reranker = try LexicalReranker()
    let judged = await reranker.relevance(of: chunks, to: query) { _, _ in throw Refusal() }
    #expect(judged.relevance == reranker.relevance(of: chunks, to: query))
    #expect(judged.warning?.description.hasSuffix(": the line is busy") == true)
    let none = await reranker.relevance(of: [], to: query) { _, _ in throw Refusal() }
    #expect(none.relevance.isEmpty && none.warning == nil)
  }
}
