import TareConversations
import TareJSON
import TareTokens

/// Tool results that may lose their content to make room.
struct ClearedResults {
  private let counted: CountedConversation
  private let policy: ToolResultPolicy
  private let names: ToolNames

  init(_ counted: CountedConversation, policy: ToolResultPolicy, names: ToolNames) {
    self.counted = counted
    self.policy = policy
    self.names = names
  }

  /// The tokens of a message once its tool results are cleared; `nil` where it has none, where they are cleared
  /// already or are of a tool that is exempt, or where what stands in their place would be longer.
  func tokens(of index: Int) -> Int? {
    let message = counted.conversation.messages[index]
    let results = message.results.count(where: \.isReplaceable)
    guard results > 0, policy.exemptTools.isDisjoint(with: names.names(in: message)),
      !message.results.allSatisfy(isCleared)
    else {
      return nil
    }
    let tokens = counted.counts.messages[index].tokens
    let counter = counted.counter
    let after =
      tokens - counter.replaceableTokens(of: message)
      + results * counter.resultTokens(text(of: index), in: counted.conversation.format)
    return after < tokens ? after : nil
  }

  /// What stands in place of each result of a message.
  func text(of index: Int) -> String {
    policy.clearedText.text(
      tokens: counted.counts.messages[index].tokens,
      handle: ContentHandle(of: counted.conversation.messages[index].value.rawBytes))
  }

  /// Whether this is what an earlier trimming left of a result.
  func isCleared(_ result: ToolResult) -> Bool {
    result.soleText?.utf8.map(policy.clearedText.matches) ?? false
  }
}
