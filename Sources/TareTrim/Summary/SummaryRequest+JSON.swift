import TareConversations
import TareJSON

extension SummaryRequest {
  /// The request as one line of JSON, for a summariser outside of this process.
  ///
  /// ```
  /// {"handle":"89abcdef01234567","max_tokens":110,"earlier":"…",
  ///  "messages":[{"index":3,"role":"assistant","text":"…","calls":[{"name":"find","input":"{…}"}]}],"offline":"…"}
  /// ```
  /// `earlier` and `calls` are missing where there are none. The role of a message that carries nothing but what tools
  /// returned is `tool`, whatever the format calls it.
  /// - Complexity: O(*n*) in bytes.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { request in
      request.member("handle", handle.description)
      request.member("max_tokens", tokens)
      if let earlier { request.member("earlier", earlier) }
      request.array("messages") { list in messages.forEach { write($0, to: &list) } }
      request.member("offline", offline)
    }
    return writer.bytes
  }

  private func write(_ message: Message, to list: inout JSONWriter) {
    list.object { entry in
      entry.member("index", message.index)
      entry.member("role", message.speaker.rawValue)
      entry.member("text", message.wholeText)
      guard !message.calls.isEmpty else { return }
      entry.array("calls") { calls in
        for call in message.calls {
          calls.object {
            $0.member("name", call.name)
            $0.member("input", call.inputText)
          }
        }
      }
    }
  }
}

extension ToolCall {
  /// The arguments as text: the string of JSON that some formats have, or the JSON that others do.
  var inputText: String {
    input.map { $0.string ?? String(decoding: $0.rawBytes, as: UTF8.self) } ?? ""
  }
}
