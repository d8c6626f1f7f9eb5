import Tare

/// A request that is not sent yet: its input is counted, and its output is what somebody expects.
struct CountedRequest {
  let model: String?
  let count: TokenCount

  /// The request in `file`, in any format of conversations; `nil` where it is none.
  init?(_ file: InputFile, counting encoding: EncodingOptions) throws(CommandError) {
    guard let conversation = try? Conversation(parsing: file.bytes, orphans: .mark) else { return nil }
    let counter = try CounterChoice(encoding: encoding, request: nil, conversation: conversation).counter
    count = CountedConversation(conversation, counter: counter).counts.total
    model = encoding.model ?? conversation.model
  }

  /// How the tokens of the report were come by.
  func note(hasOutput: Bool) -> String {
    let output = hasOutput ? "output is as stated" : "output is not in it, unless --output says how much there will be"
    return "Input tokens are counted (\(count.basis)); \(output)."
  }
}
