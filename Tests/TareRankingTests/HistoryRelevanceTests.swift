import TareTokens
import TestMaterial
import Testing

@testable import TareRanking

struct HistoryRelevanceTests {
  private static let dialogue = [
    "Hey Maria! How was your week?",
    "Hi Tomas! Busy. We went to the lake on Saturday and the kids swam for hours.",
    "Lovely, Maria! Did you stay overnight?",
    "No, the dog gets nervous in tents. How is the new flat?",
    "The boiler broke twice, Maria, but the view is worth it.",
    "Oh no. My brother repairs boilers, Tomas, shall I ask him?",
    "That would be great! I also bought a piano last month.",
    "A piano? Tomas, that's wonderful. I played the violin at school.",
    "Thanks, Maria. The neighbours are less enthusiastic.",
    "Ha. By the way, I start as a nurse in October.",
  ]
  private static let labelled = dialogue.enumerated().map { ($0.offset % 2 == 0 ? "Tomas: " : "Maria: ") + $0.element }

  private func relevance() throws -> HistoryRelevance { try HistoryRelevance(tokenizer: Tokenizer(.o200kBase)) }

  private func best(_ turns: [String], for question: String) throws -> Int? {
    let scores = try relevance().scores(of: turns, to: Query(text: question))
    return scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }
  }

  @Test(arguments: [
    ("When did Maria swim in the lake?", 1), ("What broke in the flat of Tomas?", 4),
    ("Which instrument did Maria play at school?", 7), ("What did Tomas buy?", 6), ("What does Maria's brother do?", 5),
  ])
  func `the turn that answers comes first, with or without names in front`(question: String, answer: Int) throws {
    #expect(try best(Self.dialogue, for: question) == answer)
    #expect(try best(Self.labelled, for: question) == answer)
  }

  @Test func `a word that answers counts where the word that was asked for is missing`() throws {
    let turns = Self.dialogue.map { $0.replacing("Oh no.", with: "Hm.") }
    let scores = try relevance().scores(of: turns, to: Query(text: "Is there a pet?"))
    #expect(scores[3] == 1)
    #expect(scores[9] == 0)
  }

  @Test func `turns of the person that is asked about count for more`() throws {
    let same = (0..<12).map { ($0 % 2 == 0 ? "Ana: " : "Ben: ") + "the garden \($0)" }
    let scores = try relevance().scores(of: same, to: Query(text: "What about Ben's garden?"))
    #expect(scores[7] > scores[6])
    let both = try relevance().scores(of: same, to: Query(text: "garden of Ana or Ben"))
    #expect(abs(both[7] - both[6]) < 0.1)
  }

  @Test func `a turn beside one that answers is more relevant than one far away`() throws {
    let scores = try relevance().scores(of: Self.dialogue, to: Query(text: "boiler"))
    #expect(scores[3] > scores[0])
    #expect(scores[6] > scores[9])
  }

  @Test(arguments: 0...8) func `turns that are added later are judged as if they had always been there`(split: Int)
    throws
  {
    let relevance = try relevance()
    let query = Query(text: "Which instrument did Maria play, 图书馆?")
    let turns = Pools.hostile + Self.labelled
    var index = relevance.index(of: Array(turns[..<split]))
    for turn in turns[split...] { relevance.append([turn], to: &index) }
    #expect(relevance.scores(in: index, to: query) == relevance.scores(of: turns, to: query))
  }

  @Test(arguments: Pools.hostile + ["Maria", "?", "pet dog cat"])
  func `any question gets scores from 0 to 1, the same each time`(question: String) throws {
    let turns = Self.dialogue + Pools.hostile + Self.dialogue
    let scores = try relevance().scores(of: turns, to: Query(text: question))
    #expect(scores.count == turns.count)
    #expect(scores.allSatisfy { 0...1 ~= $0 })
    #expect(try relevance().scores(of: turns, to: Query(text: question)) == scores)
  }

  @Test func `no turns have no scores, and nothing asked makes all equal`() throws {
    #expect(try relevance().scores(of: [], to: Query(text: "a")) == [])
    #expect(try relevance().scores(of: ["", "a b"], to: Query(text: "…")) == [0, 0])
  }

  @Test func `a dialogue in another language is judged by its words`() throws {
    let turns = ["Gestern waren wir am See.", "Schön! Und heute?", "Heute repariere ich das Fahrrad.", "Viel Erfolg."]
    #expect(try best(turns, for: "Was hat er mit den Fahrrädern gemacht?") == 2)
    #expect(try best(["我昨天去了图书馆。", "天气怎么样？", "下雨了，很冷。"], for: "谁去了图书馆") == 0)
  }
}
