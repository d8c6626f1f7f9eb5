internal import Tare

/// Lines become chunks, the first one the question: scores are between 0 and 1, and a pruning keeps to its budget.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  let chunks = lines.dropFirst().enumerated().map { Chunk(id: "\($0.offset)", title: lines.last, text: $0.element) }
  do throws(UnicodeDataError) {
    try check(chunks, Query(text: lines.first ?? ""), budget: size / 8)
  } catch {
    preconditionFailure(error.description)
  }
  return 0
}

private func check(_ chunks: [Chunk], _ query: Query, budget: Int) throws(UnicodeDataError) {
  let reranker = try LexicalReranker()
  let relevance = reranker.relevance(of: chunks, to: query)
  precondition(relevance.map(\.chunk) == Array(chunks.indices), "a chunk has no score of its own")
  precondition(relevance.allSatisfy { 0...1 ~= $0.score }, "a score lies outside 0 to 1")

  var pruning = ChunkPruning()
  pruning.duplicateThreshold = 0.8
  pruning.tokenBudget = budget
  let tokenizer = Tokenizer(.o200kBase)
  let pruned = try pruning.pruned(chunks, for: query, by: reranker, tokenizer: tokenizer)
  precondition(pruned.tokens <= budget, "a pruning exceeds its budget")
  precondition(pruned.kept.count + pruned.dropped.count == chunks.count, "a chunk is lost")
}
