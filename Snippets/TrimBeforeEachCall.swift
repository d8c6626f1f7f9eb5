//! Fits a chat request into a token budget before it is sent.

import Tare

func fitted(_ request: [UInt8]) throws -> [UInt8] {
  let conversation = try Conversation(parsing: request)
  let counted = CountedConversation(conversation, counter: MessageCounter(.o200kBase))
  let policy = TrimPolicy(toolResults: ToolResultPolicy(keepNewest: 3, exemptTools: ["read_policy"]))
  return try policy.plan(counted, within: Budget(tokens: 8_000, reserve: 1_000)).applied(to: conversation)
}
// snippet.hide

let request = #"{"model":"gpt-4o","messages":[{"role":"user","content":"Hello"}]}"#
print(try String(decoding: fitted(Array(request.utf8)), as: UTF8.self))
