import TareJSON
import TareText

extension MessageCounter {
  /// The most that reasoning and what else a provider sealed is likely to come to: what can be read of it, and of what is
  /// encrypted as many tokens as the text within may have.
  ///
  /// Nobody publishes how these are charged, and providers leave out those of earlier turns at times.
  func sealedTokens(_ value: JSONValue) -> Int {
    if value.kind == .string { return encryptedTokens(value) }
    var (readable, encrypted) = (0, 0)
    var open = [value]
    while let container = open.popLast() {
      open += container.elements
      for member in container.members where member.value.kind != .string { open.append(member.value) }
      for member in container.members where member.value.kind == .string {
        let name = member.name
        if Self.encryptedNames.contains(name) {
          encrypted += encryptedTokens(member.value)
        } else if !Self.silentNames.contains(name) {
          readable += tokens(member.value.utf8 ?? [])
        }
      }
      readable += container.elements.reduce(0) { $0 + ($1.kind == .string ? tokens($1.utf8 ?? []) : 0) }
    }
    // What is readable of reasoning is encrypted beside it once more.
    return max(readable, encrypted)
  }

  /// Base64 has 4 letters for 3 bytes, and a token is about 4 bytes of text.
  private func encryptedTokens(_ value: JSONValue) -> Int { (value.range.length * 3 + 15) / 16 }

  private static let encryptedNames: Set<String> = [
    "signature", "data", "encrypted_content", "encrypted_index", "redactedContent", "encrypted_stdout",
    "thoughtSignature",
    "thought_signature", "result",
  ]
  private static let silentNames: Set<String> = ["type", "id", "status", "tool_use_id", "call_id", "cache_control"]
}

extension MessagePart {
  /// Whether a provider made the part and takes it back only unchanged.
  var isSealed: Bool { if case .sealed = kind { true } else { false } }
}

extension Message {
  /// The word for the role that is sent to the model: of dumps it is the provider's and not the dump's.
  var countedRole: String { roleName == "function" ? roleName : role.rawValue }
}
