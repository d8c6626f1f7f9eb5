import TareConversations
import TareJSON
import TareText
import TareTokens
import TestMaterial
import Testing

/// Payloads that somebody else made: whatever stands where, they are refused with a place, or read and written back.
struct HostilePayloadTests {
  private static let values = [
    "null", "7", #""x""#, "[]", "{}", "[[]]", #"{"type":"text"}"#, #"[{"type":"tool_use"}]"#,
  ]

  @Test(arguments: LosslessTests.payloads)
  func `any value in place of any other is refused with a place, or read and written back`(
    format: WireFormat, payload: String
  ) throws {
    let bytes = Array(payload.utf8)
    for range in Self.ranges(in: try JSONDocument(parsing: bytes).root) {
      for value in Self.values {
        try check(bytes[..<range.start] + Array(value.utf8) + bytes[range.end...], format)
      }
    }
  }

  @Test(arguments: WireFormat.allCases) func `any value in place of any other of a dialogue is refused or read`(
    format: WireFormat
  ) throws {
    let form = try #require(DialogueForm(rawValue: format.rawValue))
    let bytes = form.payload(of: Dialogue(seed: 5, turns: 1))
    for range in Self.ranges(in: try JSONDocument(parsing: bytes).root) {
      for value in Self.values {
        try check(bytes[..<range.start] + Array(value.utf8) + bytes[range.end...], format)
      }
    }
  }

  @Test(arguments: WireFormat.allCases) func `any format may be read as any other, or is refused`(format: WireFormat)
    throws
  {
    for form in DialogueForm.allCases { try check(form.payload(of: Dialogue(seed: 2, turns: 3)), format) }
    for (_, payload) in LosslessTests.payloads { try check(Array(payload.utf8), format) }
  }

  private let counter = MessageCounter(.o200kBase)

  private func check(_ bytes: [UInt8], _ format: WireFormat) throws {
    _ = try? Conversation(parsing: bytes)
    let read: Conversation
    do throws(ConversationError) {
      read = try Conversation(parsing: bytes, as: format, orphans: .mark)
    } catch {
      #expect(error.location.line > 0 && !error.reason.isEmpty)
      return
    }
    #expect(read.groups.flatMap { Array($0.messages) } == Array(read.messages.indices))
    #expect(read.payload(of: read.messages.indices.map { .original($0) }) == bytes)
    #expect(counter.counts(of: read).total.tokens >= 0)
    for message in read.messages {
      let texts = message.texts.map { $0.edit(with: "…") }
      let edits = texts + message.edits(removing: message.cacheMarkers)
      _ = try JSONDocument(parsing: read.message(message.index, applying: edits))
      _ = try JSONDocument(parsing: read.message(message.index, withResultContent: "x"))
      if let marker = format.newCacheMarker, let marked = read.message(message.index, addingCacheMarker: marker) {
        _ = try JSONDocument(parsing: marked)
      }
    }
  }

  /// Every value of a text.
  private static func ranges(in value: JSONValue) -> [SourceRange] {
    [value.range] + value.elements.flatMap(ranges) + value.members.flatMap { ranges(in: $0.value) }
  }
}
