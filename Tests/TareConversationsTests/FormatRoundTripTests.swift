import TareConversations
import TareJSON
import TestMaterial
import Testing

/// Laws over generated conversations, in every format.
struct FormatRoundTripTests {
  private static let cases = WireFormat.allCases.flatMap { format in (UInt64(1)...6).map { (format, $0) } }

  private func conversation(_ format: WireFormat, _ seed: UInt64, turns: Int = 5) throws -> (Conversation, Dialogue) {
    let dialogue = Dialogue(seed: seed, turns: turns)
    let form = try #require(DialogueForm(rawValue: format.rawValue))
    return (try Conversation(parsing: form.payload(of: dialogue)), dialogue)
  }

  @Test(arguments: cases) func `a request is known by its shape`(format: WireFormat, seed: UInt64) throws {
    #expect(try conversation(format, seed).0.format == format)
  }

  @Test(arguments: cases) func `an array of messages alone is read as the request with them`(
    format: WireFormat, seed: UInt64
  ) throws {
    let dialogue = Dialogue(seed: seed, turns: 3)
    let form = try #require(DialogueForm(rawValue: format.rawValue))
    let array = "[" + form.messages(of: dialogue).joined(separator: ",") + "]"
    let alone = try Conversation(parsing: Array(array.utf8), as: format)
    let request = try Conversation(parsing: form.payload(of: dialogue))
    #expect(alone.messages.map(\.text) == request.messages.map(\.text))
    #expect(alone.groups == request.groups)
  }

  @Test(arguments: cases) func `keeping every message gives the payload back byte for byte`(
    format: WireFormat, seed: UInt64
  ) throws {
    let (read, _) = try conversation(format, seed)
    #expect(read.payload(of: read.messages.indices.map { .original($0) }) == read.document.bytes)
  }

  @Test(arguments: cases) func `any groups that are left make a payload of the same messages, byte for byte`(
    format: WireFormat, seed: UInt64
  ) throws {
    let (read, _) = try conversation(format, seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let kept = read.groups.filter { _ in random.below(2) == 0 }.flatMap { Array($0.messages) }
      let written = read.payload(of: kept.map { .original($0) })
      let again = try Conversation(parsing: written, as: format)
      #expect(again.messages.map { Array($0.value.rawBytes) } == kept.map { Array(read.messages[$0].value.rawBytes) })
      #expect(again.groups.allSatisfy { !$0.isOrphan })
    }
  }

  @Test(arguments: cases) func `what people and the model say is read, and calls have their results`(
    format: WireFormat, seed: UInt64
  ) throws {
    let (read, dialogue) = try conversation(format, seed)
    var (humans, calls) = (0, 0)
    for event in dialogue.events {
      if case .human = event { humans += 1 }
      if case .exchange(_, let made) = event { calls += made.count }
    }
    #expect(read.messages.count { $0.isHuman } == humans)
    #expect(read.messages.reduce(0) { $0 + $1.calls.count } == calls)
    #expect(read.messages.reduce(0) { $0 + $1.results.count } == calls)
    #expect(read.groups.allSatisfy { !$0.isOrphan && !$0.isPinned })
    #expect(read.groups.flatMap { Array($0.messages) } == Array(read.messages.indices))
  }

  /// Not of ShareGPT, where the model may have called a tool in what it says.
  @Test(arguments: cases.filter { $0.0 != .shareGPT })
  func `a group without one of its messages is refused`(format: WireFormat, seed: UInt64) throws {
    let (read, _) = try conversation(format, seed)
    for group in read.groups where group.messages.count > 1 {
      for gone in group.messages where !read.messages[gone].calls.isEmpty || !read.messages[gone].results.isEmpty {
        let items = read.messages.indices.filter { $0 != gone }.map { PayloadItem.original($0) }
        // What has no ids may pair with a neighbour; the number of calls and results differs all the same.
        #expect(throws: ConversationError.self) {
          _ = try Conversation(parsing: read.payload(of: items), as: format)
        }
      }
    }
  }
}
