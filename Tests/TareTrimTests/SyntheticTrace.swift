import TareConversations
import TareJSON
import TareTokens
import TareTrim
import TestMaterial

/// Agent conversations of our own making: a policy, people who want things, chains of single and parallel tool calls,
/// instructions in the middle. The same seed is the same conversation.
struct SyntheticTrace {
  private var random: SeededGenerator
  private var callNumber = 0
  private(set) var messages: [[UInt8]] = []

  /// A conversation of so many turns.
  init(seed: UInt64, turns: Int, systemSentences: Int = 12) {
    random = SeededGenerator(seed: seed)
    add(#"{"role": "system", "content": "Harbour desk.\n\n\#(sentences(systemSentences))"}"#)
    for turn in 0..<turns {
      add(#"{"role":"user","content":"\#(sentences(1 + random.below(3)))"}"#)
      if turn % 5 == 3 { add(#"{"role":"developer","content":"\#(sentences(1))","priority":1e2}"#) }
      for _ in 0..<random.below(4) { addExchange() }
      // Key order, number spelling and escapes that a writer of its own would not keep.
      add(#"{"content":"\#(sentences(1 + random.below(4)))","role":"assistant","logprob":-0.50,"x":"\u00e9\/"}"#)
    }
    add(#"{"role":"user","content":"\#(sentences(1))"}"#)
    if random.below(2) == 0 { addExchange() }
  }

  /// The payload with the first `count` messages.
  func payload(_ count: Int) -> [UInt8] {
    Array(#"{"model":"gpt-4o","messages":["#.utf8) + Array(messages.prefix(count).joined(separator: Array(", ".utf8)))
      + Array(#"],"temperature":0.0}"#.utf8)
  }

  /// The lengths at which a call would be made: all of it, and before each message of the model.
  var callLengths: [Int] {
    get throws {
      let read = try Conversation(parsing: payload(messages.count))
      return read.messages.filter { $0.role == .assistant && $0.index > 0 }.map(\.index) + [messages.count]
    }
  }

  private mutating func addExchange() {
    let calls = (0..<(random.below(3) == 0 ? 3 : 1)).map { _ -> String in
      callNumber += 1
      return "call_\(callNumber)"
    }
    let requests = calls.map {
      #"{"id":"\#($0)","type":"function","function":{"name":"find_berth","arguments":"{\"ship\": \"\#(word())\"}"}}"#
    }
    add(#"{"role":"assistant","content":null,"tool_calls":[\#(requests.joined(separator: ","))]}"#)
    for call in calls.reversed() {
      add(#"{"role":"tool","tool_call_id":"\#(call)","name":"find_berth","content":"\#(sentences(random.below(12)))"}"#)
    }
  }

  private mutating func add(_ message: String) { messages.append(Array(message.utf8)) }

  private mutating func sentences(_ count: Int) -> String {
    (0..<count).map { _ in
      let words = (0..<(5 + random.below(12))).map { _ in word() }
      return "The \(words.joined(separator: " ")) of Berth \(random.below(900))."
    }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let words = [
      "crane", "tide", "manifest", "Odense", "pilot", "tug", "Ærø", "cargo", "HB-\(random.below(99))", "fee",
    ]
    return words[random.below(words.count)]
  }
}

let counter = MessageCounter(.o200kBase)

func counted(_ payload: [UInt8]) throws -> CountedConversation {
  CountedConversation(try Conversation(parsing: payload), counter: counter)
}

func counted(_ payload: String) throws -> CountedConversation { try counted(Array(payload.utf8)) }

/// A ranking that depends on what is said and on nothing else; a quarter of the groups bear on nothing.
func sampleRanking(of call: CountedConversation) -> HistoryRanking {
  HistoryRanking(
    scores: call.conversation.groups.map { group in
      Double(
        call.conversation.messages[group.messages.lowerBound].text.utf8.reduce(7) { ($0 * 31 + Int($1)) % 997 } % 4)
    })
}

extension TrimPlan {
  /// The messages that stay, whatever their content.
  var keptIndices: [Int] { decisions.filter { $0.action != .dropped }.map(\.index) }
}

extension TrimPolicy {
  /// The policies that every law is held against.
  static let samples: [TrimPolicy] = [
    TrimPolicy(window: .sliding), TrimPolicy(window: .sliding, placeholderTokens: nil),
    TrimPolicy(window: .step(low: Share(thousandths: 600))),
    TrimPolicy(window: .step(low: Share(thousandths: 300)), placeholderTokens: nil),
    TrimPolicy(window: .sliding, placeholderTokens: 0), TrimPolicy(placeholderTokens: 59),
    TrimPolicy(window: .sliding, keepTurns: 2),
    TrimPolicy(window: .step(low: Share(thousandths: 500)), keepTurns: 4),
    TrimPolicy(window: .sliding, keepMessages: 7),
    TrimPolicy(window: .sliding, toolResults: ToolResultPolicy(keepNewest: 1)),
    TrimPolicy(window: .step(low: Share(thousandths: 600)), toolResults: ToolResultPolicy(keepNewest: 2)),
    TrimPolicy(window: .relevant(newest: Share(thousandths: 0))),
    TrimPolicy(window: .relevant(newest: Share(thousandths: 300)), placeholderTokens: nil),
    TrimPolicy(window: .relevant(newest: Share(thousandths: 200)), keepTurns: 3),
    TrimPolicy(window: .step(low: Share(thousandths: 400)), recall: Share(thousandths: 300)),
    TrimPolicy(window: .sliding, recall: Share(thousandths: 200), placeholderTokens: nil),
    TrimPolicy(toolResults: ToolResultPolicy(caps: ToolResultCaps(most: 90))),
    TrimPolicy(window: .sliding, keepTurns: 2, recall: Share(thousandths: 200)),
    TrimPolicy(window: .step(low: nil), keepMessages: 6, recall: Share(thousandths: 200)),
    TrimPolicy(
      window: .sliding,
      toolResults: ToolResultPolicy(keepNewest: 1, caps: ToolResultCaps(mostByTool: ["find_berth": 70]))),
  ]
}
