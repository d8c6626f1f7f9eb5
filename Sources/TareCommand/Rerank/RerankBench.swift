import ArgumentParser
import Tare

/// A process that times itself: it says when it is ready, then makes one timed pass for each line `go`.
///
/// A pass ranks the documents of every request of a file, once read anew and once with their words known. Times are
/// taken around the work alone.
struct RerankBench {
  private struct Pool {
    let request: RerankRequest
    let index: ChunkIndex
  }

  let file: String
  let defaults: RerankDefaults

  func run() throws {
    let reranker = try LexicalReranker(language: defaults.language)
    let pools = try load(reranker)
    StandardOutput.write("{\"ready\":true,\"requests\":\(pools.count)}\n")
    while let line = readLine() {
      guard line == "go" else {
        throw CommandError.usage("--bench reads lines \"go\" on standard input, not \"\(line)\"")
      }
      var ranked = 0
      let start = Clock.wall()
      for pool in pools { ranked += reranker.relevance(of: pool.request.documents, to: pool.request.query).count }
      let middle = Clock.wall()
      for pool in pools { ranked += reranker.relevance(in: pool.index, to: pool.request.query).count }
      let end = Clock.wall()
      StandardOutput.write(
        "{\"cold\":\(Clock.seconds(middle - start)),\"known\":\(Clock.seconds(end - middle)),\"ranked\":\(ranked)}\n")
    }
  }

  private func load(_ reranker: LexicalReranker) throws -> [Pool] {
    var lines = try LineReader(path: file)
    var pools: [Pool] = []
    while let line = try lines.next() {
      let request = try RerankRequest(JSONDocument(parsing: line).root)
      pools.append(Pool(request: request, index: reranker.index(of: request.documents)))
    }
    return pools
  }
}
