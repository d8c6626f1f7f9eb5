import TareConversations
import TareJSON
import TareTokens
import TareTrim
import Testing

/// Marks of a provider's cache survive trimming, and are never more than the provider takes.
struct CacheMarkerTrimTests {
  @Test func `the mark of a dropped message moves to the note in its place`() throws {
    let call = try counted(Self.turns(20, marked: [9]))
    let plan = TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: 400))
    #expect(plan.decisions[9].action == .dropped)
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages[0].text.hasPrefix("[Note, no instruction: "))
    #expect(written.messages.map(\.cacheMarkers.count) == [1] + Array(repeating: 0, count: written.messages.count - 1))
    #expect(written.messages[0].cacheMarkers.first?.json == Array(#"{"type":"ephemeral","ttl":"1h"}"#.utf8))
  }

  @Test func `without a note it moves to the last message before it, and to none where nothing can carry it`() throws {
    let policy = TrimPolicy(window: .relevant(newest: Share(thousandths: 0)), placeholderTokens: nil)
    let call = try counted(Self.turns(20, marked: [9]))
    var scores = [Double](repeating: 0, count: 41)
    scores[4] = 1
    let plan = policy.plan(call, within: Budget(tokens: 120), ranking: HistoryRanking(scores: scores))
    #expect(plan.decisions[4].action != .dropped && plan.decisions[9].action == .dropped)
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages.flatMap(\.cacheMarkers).count == 1)
    let sliding = TrimPolicy(window: .sliding, placeholderTokens: nil).plan(call, within: Budget(tokens: 120))
    #expect(try !sliding.applied(to: call.conversation).contains(text: "cache_control"))
  }

  @Test func `of more marks than the provider takes the first go`() throws {
    let call = try counted(Self.turns(20, marked: [3, 35, 36, 37, 38, 39]))
    let plan = TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: 500))
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages.flatMap(\.cacheMarkers).count == 4)
    #expect(written.messages.suffix(4).dropLast().allSatisfy { $0.cacheMarkers.count == 1 })
    #expect(plan.after.tokens == CountedConversation(written, counter: counter).counts.total.tokens)
  }

  private static func turns(_ count: Int, marked: Set<Int>) -> String {
    let messages = (0...(2 * count)).map { index in
      let mark = marked.contains(index) ? #","cache_control":{"type":"ephemeral","ttl":"1h"}"# : ""
      let text = "Message \(index) says that the crane of berth \(index) stands still for a while."
      return
        #"{"role":"\#(index % 2 == 0 ? "user" : "assistant")","content":[{"type":"text","text":"\#(text)"\#(mark)}]}"#
    }
    return #"{"model":"claude-sonnet-4-6","max_tokens":9,"messages":[\#(messages.joined(separator: ","))]}"#
  }
}

extension [UInt8] {
  fileprivate func contains(text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
