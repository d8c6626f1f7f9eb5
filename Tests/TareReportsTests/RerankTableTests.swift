import TareRanking
import TareReports
import TareTokens
import TareTrim
import Testing

/// What somebody else judged is shown as it is.
struct RerankTableTests {
  private let request = RerankRequest(
    query: Query(text: "Q"), documents: ["A", "B", "C", "D"].map { Chunk(id: $0, text: $0) })

  private func documents(_ scores: [Double]) throws -> RerankedDocuments {
    try RerankedDocuments(
      request, defaults: RerankDefaults(), tokenizer: Tokenizer(.o200kBase),
      judged: scores.enumerated().map { Relevance(chunk: $0.offset, score: $0.element) })
  }

  @Test func `scores of any size are shown with three digits, best first`() throws {
    let table = RerankTable.text(request, try documents([-0.0001, 12.5, -3.25, 1e300]), Tokenizer(.o200kBase))
    let scores = table.split(separator: "\n").dropFirst().map { $0.split(separator: " ").prefix(2) }
    #expect(scores == [["D", "1e+300"], ["B", "12.500"], ["A", "0.000"], ["C", "-3.250"]])
  }

  @Test func `an answer has the request's warnings and what else is to be said`() throws {
    let answer = RerankAnswer.text(request, try documents([1, 2, 3, 4]), warnings: ["ranked by words"])
    #expect(String(decoding: answer, as: UTF8.self).hasSuffix(#""warnings":["ranked by words"]}"#))
  }
}
