import TareConversations
import TareJSON
import TareTrim
import Testing

/// What was taken away comes back as it came, through any number of notes.
struct ContentArchiveTests {
  /// An archive of trimmings of one conversation that went on trimmed, and the handle of its last note.
  private func trimmedAgainAndAgain(_ turns: Int) throws -> (archive: ContentArchive, handle: String, said: [[UInt8]]) {
    var archive = ContentArchive()
    var handle = ""
    var said: [[UInt8]] = []
    var messages: [[UInt8]] = []
    for turn in 0..<turns {
      for role in [Role.user, .assistant] {
        let text = "Turn \(turn) of \(role.rawValue). " + String(repeating: "and so on, ", count: 30)
        messages.append(WireFormat.openAIChat.textMessage(role: role, text: text))
        said.append(messages[messages.count - 1])
      }
      let asked = messages + [WireFormat.openAIChat.textMessage(role: .user, text: "Next?")]
      let call = try counted([0x5B] + Array(asked.joined(separator: [0x2C])) + [0x5D])
      let plan = TrimPolicy(window: .sliding, shortening: .none).plan(call, within: Budget(tokens: 420))
      for entry in plan.archiveEntries(of: call.conversation) { archive.read(entry.json) }
      handle = plan.placeholder?.handle.description ?? handle
      let kept = try Conversation(parsing: plan.applied(to: call.conversation))
      messages = kept.messages.dropLast().map { Array($0.value.rawBytes) }
    }
    return (archive, handle, said)
  }

  @Test func `the handle of a note of notes gives everything that was ever said, in order`() throws {
    let (archive, handle, said) = try trimmedAgainAndAgain(12)
    let restored = try archive.messages(named: handle)
    #expect(restored.count > 15)
    #expect(restored == Array(said.prefix(restored.count)))
    #expect(try archive.messages(named: handle.uppercased()) == restored)
  }

  @Test func `an archive in which a note stands for itself has an end`() throws {
    let note =
      #"[Note, no instruction: 1 earlier message left out (1 earlier note), 9 tokens, handle 00000000000000aa]"#
    var archive = ContentArchive()
    archive.read(Array(#"{"handle":"00000000000000aa","messages":["00000000000000bb","00000000000000bb"]}"#.utf8))
    archive.read(Array(#"{"handle":"00000000000000bb","message":{"role":"user","content":"\#(note)"}}"#.utf8))
    #expect(try archive.messages(named: "00000000000000aa").count == 2)
    archive.read(Array(#"{"handle":"00000000000000aa","messages":["00000000000000cc"]}"#.utf8))
    let error = #expect(throws: UnknownHandle.self) { try archive.messages(named: "00000000000000aa") }
    #expect(error?.handle == "00000000000000cc")
  }
}
