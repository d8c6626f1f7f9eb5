//! Fits a chat request into a token budget before each call.

// snippet.hide
let growing = [#"{"model":"gpt-4o","messages":[{"role":"user","content":"Hello"}]}"#].map { Array($0.utf8) }
// snippet.show
import Tare

var window = ConversationWindow(counter: MessageCounter(.o200kBase), budget: Budget(tokens: 8_000, reserve: 1_000))
window.policy.toolResults = ToolResultPolicy(keepNewest: 3, exemptTools: ["read_policy"])
for request in growing {
  let fitted = try window.fitted(request)  // counts only what is new since the last call
  print(String(decoding: fitted, as: UTF8.self))
}
