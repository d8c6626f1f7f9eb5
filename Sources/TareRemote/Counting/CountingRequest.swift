import TareJSON

extension ServiceRequest {
  /// The request to have the tokens of one user message with `text` in it counted.
  ///
  /// - Precondition: The text is UTF-8.
  init(_ provider: CountingProvider, model: String, text: [UInt8], key: APIKey, address: ServiceAddress) {
    let text = String(decoding: text, as: UTF8.self)
    var writer = JSONWriter()
    let url: String
    let header: (String, String)
    var others: [(String, String)] = []
    switch provider {
    case .anthropic:
      url = "\(address.text)/v1/messages/count_tokens"
      header = ("x-api-key", key.value)
      others = [("anthropic-version", "2023-06-01")]
      writer.object { body in
        body.member("model", model)
        body.array("messages") { messages in
          messages.object {
            $0.member("role", "user")
            $0.member("content", text)
          }
        }
      }
    case .google:
      url = "\(address.text)/v1beta/models/\(percentEncoded(model)):countTokens"
      header = ("x-goog-api-key", key.value)
      writer.object { body in
        body.array("contents") { contents in
          contents.object { content in
            content.member("role", "user")
            content.array("parts") { parts in parts.object { $0.member("text", text) } }
          }
        }
      }
    case .openAI:
      url = "\(address.text)/responses/input_tokens"
      header = ("authorization", "Bearer \(key.value)")
      writer.object {
        $0.member("model", model)
        $0.member("input", text)
      }
    }
    self.init(url: url, headers: [header] + others, body: writer.bytes)
  }
}

extension CountingProvider {
  /// The count in an answer.
  ///
  /// - Throws: ``RemoteError`` where it is no JSON, or has no count.
  func count(in answer: [UInt8]) throws(RemoteError) -> Int {
    let root: JSONValue
    do { root = try JSONDocument(parsing: answer).root } catch { throw RemoteError(code: .malformedAnswer) }
    let member = self == .google ? "totalTokens" : "input_tokens"
    guard let count = root[member]?.integer, count >= 0 else { throw RemoteError(code: .malformedAnswer) }
    return count
  }
}

/// A model's name as a part of a path: everything but letters, digits, `-`, `.`, `_` and `~` is escaped (RFC 3986).
private func percentEncoded(_ name: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      encoded.append(byte)
    default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
