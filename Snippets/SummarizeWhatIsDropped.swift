//! Has a model of the app's own say what the dropped part of a conversation was about.

import Tare

/// A conversation that the app sends again and again as it grows.
struct Chat {
  var window = ConversationWindow(
    counter: MessageCounter(.o200kBase), budget: Budget(tokens: 8_000, reserve: 1_000),
    policy: TrimPolicy(placeholderTokens: 400))

  mutating func fitted(_ request: [UInt8]) async throws -> [UInt8] {
    let (smaller, warning) = try await window.fitted(request) { dropped in
      try await answer(to: "Summarise in \(dropped.tokens) tokens:\n\n\(dropped.transcript)")
    }
    if let warning { print(warning) }
    return smaller
  }
}
// snippet.hide

@Sendable func answer(to prompt: String) async throws -> String { "They spoke of the weather." }

func run() async throws {
  var chat = Chat()
  let request = #"{"model":"gpt-4o","messages":[{"role":"user","content":"Hello"}]}"#
  print(try await String(decoding: chat.fitted(Array(request.utf8)), as: UTF8.self))
}
try await run()
