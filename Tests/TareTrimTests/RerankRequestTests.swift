import TareJSON
import TareRanking
import TareTokens
import TareTrim
import TestMaterial
import Testing

struct RerankRequestTests {
  private let tokenizer = Tokenizer(.o200kBase)

  private func request(_ json: String) throws -> RerankRequest {
    try RerankRequest(JSONDocument(parsing: Array(json.utf8)).root)
  }

  private func reason(_ json: String) -> String? {
    do {
      _ = try request(json)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `what a request does not say is left open`() throws {
    let read = try request(#"{"query":"q","documents":["a",{"text":"b","title":"t","id":"x"}],"id":null}"#)
    #expect(read.documents == [Chunk(id: "1", text: "a"), Chunk(id: "x", title: "t", text: "b")])
    #expect(read.budgets == nil && read.language == nil && read.packs == nil && read.warnings == [])
  }

  @Test func `members that nobody knows are warned of and change nothing`() throws {
    let read = try request(#"{"query":"q","documents":[],"model_x":1,"lang":"xx"}"#)
    #expect(
      read.warnings == [
        "unknown member \"model_x\" was ignored",
        "unknown language \"xx\" was ignored; the words of the documents tell theirs",
      ])
    #expect(try request(#"{"query":"q","documents":[],"lang":"zh-Hant"}"#).warnings == [])
    #expect(try request(#"{"query":"q","documents":[],"lang":"pt_BR"}"#).language?.name == "portuguese")
  }

  @Test(arguments: [
    (#"[]"#, "array"), (#"{"documents":[]}"#, "no \"query\""), (#"{"query":"q"}"#, "no \"documents\""),
    (#"{"query":1,"documents":[]}"#, "expected a string"), (#"{"query":"q","documents":{}}"#, "expected an array"),
    (#"{"query":"q","documents":[1]}"#, "expected a document"),
    (#"{"query":"q","documents":[],"budgets":[1.5]}"#, "budgets"),
    (#"{"query":"q","documents":[],"budgets":[256,0]}"#, "budgets"),
    (#"{"query":"q","documents":[],"top_k":"5"}"#, "top_k"),
    (#"{"query":"q","documents":[],"top_n":-1}"#, "top_n"),
    (#"{"query":"q","documents":[],"order":"x"}"#, "edges-first"),
    (#"{"query":"q","documents":[],"score_floor":"x"}"#, "expected a number"),
  ])
  func `a member of another kind is named`(json: String, part: String) {
    #expect(reason(json)?.contains(part) == true)
  }

  @Test(arguments: 0...20) func `no selection is over its budget, and packings may be joined by line feeds`(seed: Int)
    throws
  {
    var random = SeededGenerator(seed: UInt64(seed))
    let sentences = [
      "The fee is two euros.", "图书馆每天九点开门，周末休息。", "ห้องสมุดเปิดเก้าโมงเช้า ปิดห้าโมงเย็น", "👩🏽‍🚀!", "a\u{0}b", "Wer weiß?",
    ]
    let documents = (0..<8).map { number in
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in sentences.randomElement(using: &random) ?? "" }
      return Chunk(id: "\(number)", text: text.joined(separator: " "))
    }
    var defaults = RerankDefaults()
    defaults.budgets = [1, 10, 40, 120]
    let request = RerankRequest(query: Query(text: "fee 图书馆 ห้องสมุด"), documents: documents)
    let ranked = try RerankedDocuments(request, defaults: defaults, tokenizer: tokenizer)
    #expect(ranked.ranking.map(\.chunk).sorted() == Array(0..<8))
    for selection in ranked.selections {
      #expect(selection.kept.reduce(0) { $0 + tokenizer.count(documents[$1.chunk].text) } <= selection.budget)
      let packed = (selection.packed ?? []).map { $0.excerpt ?? documents[$0.chunk].text }
      #expect(tokenizer.count(packed.joined(separator: "\n")) <= selection.budget)
    }
  }

  @Test func `turns are ranked as a dialogue`() throws {
    var defaults = RerankDefaults()
    defaults.areTurns = true
    let turns = ["Did you get the bike?", "Yes, yesterday.", "Nice weather today."].map { Chunk(id: "", text: $0) }
    let ranked = try RerankedDocuments(
      RerankRequest(query: Query(text: "bike"), documents: turns), defaults: defaults, tokenizer: tokenizer)
    #expect((ranked.ranking.first { $0.chunk == 1 }?.score ?? 0) > 0)
  }
}
