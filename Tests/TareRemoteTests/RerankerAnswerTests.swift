import TareRanking
import TareRemote
import Testing

struct RerankerAnswerTests {
  private func relevance(_ json: String, documents: Int = 3) throws -> [Relevance] {
    try RerankerAnswer.relevance(Array(json.utf8), documents: documents)
  }

  private func reason(_ json: String, documents: Int = 3) -> String? {
    do {
      _ = try relevance(json, documents: documents)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    #"{"id":"x","results":[{"index":2,"relevance_score":0.9},{"index":0,"relevance_score":1e-3}],"meta":{"billed_units":{}}}"#,
    #"{"model":"m","usage":{"total_tokens":9},"results":[{"index":2,"relevance_score":0.9,"document":{"text":"c"}},{"index":0,"relevance_score":0.001}]}"#,
    #"{"object":"list","data":[{"index":2,"relevance_score":0.9},{"index":0,"relevance_score":0.001,"document":"a"}]}"#,
    #"{"data":[{"index":2,"score":0.9,"document":{"id":"c"}},{"index":0,"score":0.001}],"usage":{"rerank_units":1}}"#,
    #"{"rerank":[{"index":2,"relevance_score":0.9,"text":"c"},{"index":0,"relevance_score":0.001}]}"#,
    #" [{"index":2,"score":0.9,"text":"c"},{"index":0,"score":0.001}]"#,
  ]) func `every usual shape gives the same relevance`(json: String) throws {
    #expect(try relevance(json) == [Relevance(chunk: 2, score: 0.9), Relevance(chunk: 0, score: 0.001)])
  }

  @Test func `scores may be below 0`() throws {
    #expect(
      try relevance(#"{"rerank":[{"index":1,"relevance_score":-7.5}]}"#) == [Relevance(chunk: 1, score: -7.5)])
  }

  @Test func `nothing judged is nothing wrong`() throws {
    #expect(try relevance("[]", documents: 0) == [])
    #expect(try relevance(#"{"results":[]}"#) == [])
  }

  @Test(arguments: [
    ("", "no JSON"), ("<html>", "no JSON"), (#"{"results":[{"index":0,"relevance_score":0.5}"#, "no JSON"),
    ("{}", "no array"), (#"{"results":{}}"#, "no array"), ("7", "no array"),
    (#"{"error":{"message":"bad key sk-1"}}"#, "with an error"), (#"{"error":"overloaded"}"#, "with an error"),
    (#"{"message":"invalid api token"}"#, "with an error"), (#"{"detail":"no such model"}"#, "with an error"),
    (#"[{"index":3,"score":1}]"#, "about document 3, but 3 were sent"), (#"[{"index":-1,"score":1}]"#, "document -1"),
    (#"[{"index":1,"score":1},{"index":1,"score":2}]"#, "document 1 twice"), (#"[{"index":1.5,"score":1}]"#, "index"),
    (#"[{"index":0,"relevance_score":"0.9"}]"#, "no number"), (#"[{"score":1}]"#, "index"),
    (#"[{"index":1}]"#, "no number"), (#"[{"index":1,"score":null}]"#, "no number"),
    (#"[{"index":1,"score":1e999}]"#, "no number"), (#"[7]"#, "index"),
  ]) func `an answer that is no ranking says what it is`(json: String, part: String) {
    #expect(reason(json)?.contains(part) == true)
  }
}
