import TareTokens
import TestMaterial
import Testing

@testable import TareRanking

struct SentencePackingTests {
  private let tokenizer = Tokenizer(.o200kBase)
  private let text = """
    The library stands on the market square. It was built in 1907 and rebuilt after the fire of 1951. \
    A late fee of twenty cents is charged for each day. The reading room has forty seats. \
    Coffee and cake are served on the ground floor. The roof can be visited in summer.
    """

  private func pruned(
    _ texts: [String], for question: String, budget: Int, marker: String = "…"
  ) throws -> PrunedChunks {
    let (query, reranker) = (Query(text: question), try LexicalReranker())
    var packing = try SentencePacking(for: query, by: reranker)
    packing.marker = marker
    var pruning = ChunkPruning()
    pruning.tokenBudget = budget
    return try pruning.pruned(
      Pools.chunks(texts), for: query, by: reranker, sentences: packing, tokenizer: tokenizer)
  }

  @Test func `a chunk that does not fit stays as its best sentences`() throws {
    let result = try pruned([text], for: "How high is the late fee?", budget: 20)
    #expect(result.kept.map(\.excerpt) == ["… A late fee of twenty cents is charged for each day. …"])
    #expect(result.dropped == [])
  }

  @Test func `sentences keep the order of the text, and neighbours stand as they stood`() throws {
    let result = try pruned([text], for: "forty seats, late fee", budget: 30)
    #expect(
      result.kept.map(\.excerpt) == [
        "… A late fee of twenty cents is charged for each day. The reading room has forty seats. …"
      ])
  }

  @Test func `a chunk that fits stays whole`() throws {
    let result = try pruned([text], for: "late fee", budget: tokenizer.count(text))
    #expect(result.kept.map(\.excerpt) == [nil])
  }

  @Test func `several chunks are cut where the best sentences stand in several`() throws {
    let other = "The garden is open in May. A late fee for films is two euros. The gate closes at six. Come soon."
    let result = try pruned([text, other], for: "late fee", budget: 46)
    #expect(result.kept.count == 2)
    #expect(result.kept.allSatisfy { ($0.excerpt ?? other).contains("late fee") })
    #expect(result.tokens <= 46)
  }

  @Test func `room that is left goes to the neighbours of what answers`() throws {
    let result = try pruned([text], for: "late fee", budget: 27)
    #expect(
      result.kept.first?.excerpt
        == "… A late fee of twenty cents is charged for each day. The reading room has forty seats. …")
  }

  @Test func `chunks that stay whole stay so under a larger budget`() throws {
    let texts = Pools.office + [text]
    var whole: Set<Int> = []
    for budget in stride(from: 0, to: 200, by: 5) {
      let kept = Set(
        try pruned(texts, for: "library books", budget: budget).kept.filter { $0.excerpt == nil }.map(\.chunk))
      #expect(whole.isSubset(of: kept))
      whole = kept
    }
  }

  @Test func `a chunk without a sentence that fits or answers goes`() throws {
    #expect(try pruned([text], for: "late fee", budget: 5).kept == [])
    #expect(try pruned([text], for: "zebra", budget: 40).dropped.map(\.reason) == [.overBudget])
    #expect(try pruned([""], for: "zebra", budget: -1).kept == [])
  }

  @Test(arguments: 0...30)
  func `the budget holds with excerpts, and every excerpt is made of the chunk's own words`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (Pools.office + Pools.hostile + [text]).shuffled(using: &random)
    let budget = Int.random(in: -2...90, using: &random)
    let result = try pruned(texts, for: "library fee 图书馆 ห้องสมุด", budget: budget, marker: "<cut>")
    #expect(result.tokens <= max(budget, 0))
    for kept in result.kept {
      let text = kept.excerpt ?? texts[kept.chunk]
      #expect(kept.tokens == tokenizer.count(text))
      for piece in text.split(separator: "<cut>") {
        #expect(texts[kept.chunk].contains(String(piece.drop { $0 == " " }.prefix(40)).trimmedAtEnd))
      }
    }
  }

  @Test func `a chunk of ten thousand words is cut to any budget`() throws {
    let long = (0..<2_500).map { "Word\($0) is not word\($0 + 1)." }.joined(separator: " ")
    for budget in [10, 100, 1_000] {
      let result = try pruned([long], for: "word77 and word1200", budget: budget)
      #expect(result.tokens <= budget)
      #expect(budget < 100 || result.kept.first?.excerpt?.contains("Word1200 is not word1201.") == true)
    }
  }

  @Test func `the pieces of a text join to the text`() throws {
    let splitter = try SentenceSplitter()
    let thai = Array(repeating: "ห้องสมุดเปิดเก้าโมงเช้า", count: 40).joined(separator: " ")
    for text in Pools.office + Pools.hostile + [text, thai] {
      #expect(splitter.pieces(of: text).map(\.text).joined() == text)
    }
    #expect(splitter.pieces(of: thai).count > 4)
    #expect(splitter.pieces(of: text).count == 6)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    String(reversed().drop { $0.isWhitespace }.reversed())
  }
}
