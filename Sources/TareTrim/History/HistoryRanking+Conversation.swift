public import TareConversations
import TareJSON
public import TareRanking

extension HistoryRanking {
  /// The ranking of a conversation's groups, each judged by all that is said in it, by people, the model and tools.
  ///
  /// - Parameter query: What to judge by; `nil` for the last message of a person.
  public init(of conversation: Conversation, to query: Query?, by relevance: HistoryRelevance) {
    let turns = conversation.groups.map { group in
      group.messages.map { conversation.messages[$0].spoken }.joined(separator: "\n")
    }
    let question = query ?? Query(text: conversation.messages.last { $0.isHuman }?.text ?? "")
    self.init(scores: relevance.scores(of: turns, to: question))
  }
}

extension Message {
  /// What is said, behind the name of who says it where the payload has one: questions ask what somebody said.
  fileprivate var spoken: String { (name?.string).map { "\($0): \(wholeText)" } ?? wholeText }
}
