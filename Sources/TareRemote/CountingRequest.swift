import TareJSON

/// A key that is sent and never shown.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let value: String

  /// A key; `nil` for text that cannot stand in a header.
  public init?(_ value: String) {
    guard !value.isEmpty, value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.value = value
  }

  /// Never the key.
  public var description: String { "(a key)" }
  /// Never the key.
  public var debugDescription: String { description }
  /// Never the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What is sent to a provider to have the tokens of a text counted.
struct CountingRequest: Sendable {
  let url: String
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  /// The request for one user message with `text` in it.
  ///
  /// - Precondition: The text is UTF-8.
  init(_ provider: CountingProvider, model: String, text: [UInt8], key: APIKey, address: ServiceAddress) {
    let text = String(decoding: text, as: UTF8.self)
    var writer = JSONWriter()
    let type = ("content-type", "application/json")
    switch provider {
    case .anthropic:
      url = "\(address.text)/v1/messages/count_tokens"
      headers = [type, ("x-api-key", key.value), ("anthropic-version", "2023-06-01")]
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
      headers = [type, ("x-goog-api-key", key.value)]
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
      headers = [type, ("authorization", "Bearer \(key.value)")]
      writer.object {
        $0.member("model", model)
        $0.member("input", text)
      }
    }
    body = writer.bytes
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
