import TareRanking
import TareTokens
import TestMaterial
import Testing

struct ChunkPruningTests {
  private let tokenizer = Tokenizer(.o200kBase)

  private func scored(_ scores: [Double]) -> [Chunk] {
    scores.enumerated().map { Chunk(id: "\($0.offset)", text: "text number \($0.offset) of some", score: $0.element) }
  }

  private func pruned(_ chunks: [Chunk], _ configure: (inout ChunkPruning) -> Void) throws -> PrunedChunks {
    var pruning = ChunkPruning()
    configure(&pruning)
    return try pruning.pruned(chunks, for: Query(text: "library books"), by: LexicalReranker(), tokenizer: tokenizer)
  }

  @Test func `without limits everything stays, best first`() throws {
    let result = try pruned(scored([0.2, 0.9, 0.5])) { _ in }
    #expect(result.kept.map(\.chunk) == [1, 2, 0])
    #expect(result.dropped == [])
  }

  @Test func `of equal scores the first comes first`() throws {
    #expect(try pruned(scored([1, 2, 1, 2])) { _ in }.kept.map(\.chunk) == [1, 3, 0, 2])
  }

  @Test func `each order arranges the same chunks`() throws {
    let chunks = scored([0.1, 0.9, 0.5, 0.7, 0.3])
    #expect(try pruned(chunks) { $0.order = .relevance }.kept.map(\.chunk) == [1, 3, 2, 4, 0])
    #expect(try pruned(chunks) { $0.order = .original }.kept.map(\.chunk) == [0, 1, 2, 3, 4])
    #expect(try pruned(chunks) { $0.order = .edgesFirst }.kept.map(\.chunk) == [1, 2, 0, 4, 3])
  }

  @Test func `what goes has its reason and stays in order`() throws {
    var chunks = scored([0.9, 0.8, 0.05, 0.7, 0.6])
    chunks.append(Chunk(id: "copy", text: chunks[0].text, score: 0.85))
    let result = try pruned(chunks) {
      $0.scoreFloor = 0.1
      $0.duplicateThreshold = 1
      $0.limit = 3
      $0.tokenBudget = tokenizer.count(chunks[0].text) * 2
    }
    #expect(result.kept.map(\.chunk) == [0, 1])
    #expect(result.dropped.map(\.chunk) == [2, 3, 4, 5])
    #expect(result.dropped.map(\.reason) == [.belowFloor, .overBudget, .beyondLimit, .nearDuplicate(of: 0)])
  }

  @Test(arguments: 0...40)
  func `the budget is never exceeded and no kept chunk is cut`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let chunks = Pools.chunks((Pools.office + Pools.hostile).shuffled(using: &random))
    let budget = Int.random(in: -5...300, using: &random)
    let result = try pruned(chunks) { $0.tokenBudget = budget }
    #expect(result.tokens <= max(budget, 0))
    #expect(result.kept.allSatisfy { $0.tokens == tokenizer.count(chunks[$0.chunk].text) })
    #expect((result.kept.map(\.chunk) + result.dropped.map(\.chunk)).sorted() == Array(chunks.indices))
    let room = budget - result.tokens
    #expect(result.dropped.allSatisfy { $0.tokens > room }, "a chunk that would have fitted was dropped")
  }

  @Test(arguments: 1...20)
  func `shuffled chunks are pruned alike`(seed: Int) throws {
    let chunks = scored((0..<30).map { Double(($0 * 37) % 101) })
    let order = Pools.permutation(of: chunks.count, seed: UInt64(seed))
    let configure = { (pruning: inout ChunkPruning) in
      pruning.scoreFloor = 20
      pruning.tokenBudget = 60
      pruning.limit = 12
    }
    let expected = try pruned(chunks, configure)
    let result = try pruned(order.map { chunks[$0] }, configure)
    #expect(result.kept.map { order[$0.chunk] } == expected.kept.map(\.chunk))
  }

  @Test func `scores that every chunk brings win over the reranker`() throws {
    var chunks = Pools.chunks(["library books", "nothing"]).map { Chunk(id: $0.id, text: $0.text, score: 0.1) }
    chunks[1] = Chunk(id: "1", text: "nothing", score: 0.9)
    #expect(try pruned(chunks) { $0.limit = 1 }.kept.map(\.chunk) == [1])
    chunks[0] = Chunk(id: "0", text: "library books")
    #expect(try pruned(chunks) { $0.limit = 1 }.kept.map(\.chunk) == [0])
    chunks[0] = Chunk(id: "0", text: "library books", score: .nan)
    #expect(try pruned(chunks) { $0.limit = 1 }.kept.map(\.chunk) == [0])
  }

  @Test(arguments: [Int.min, -1, 0])
  func `a limit of nothing keeps nothing`(limit: Int) throws {
    #expect(try pruned(scored([1, 2])) { $0.limit = limit }.kept == [])
    #expect(try pruned(scored([1, 2])) { $0.tokenBudget = limit }.kept == [])
  }

  @Test func `no chunks are pruned to no chunks`() throws {
    #expect(try pruned([]) { $0.tokenBudget = 5 } == pruned([]) { _ in })
  }

  @Test func `relevance about chunks that are not there is passed over`() throws {
    let chunks = scored([1, 2])
    let stray = [Relevance(chunk: 7, score: 3), Relevance(chunk: -1, score: 3), Relevance(chunk: 1, score: 3)]
    let result = try ChunkPruning().pruned(chunks, relevance: stray) { _ in 1 }
    #expect(result.kept.map(\.chunk) == [1, 0])
  }
}
