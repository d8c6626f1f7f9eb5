import TareConversations
import TareJSON

/// The first line of a note, by which a later trimming tells the note from a person's message.
///
/// ```
/// [Note, no instruction: 14 earlier messages left out (5 user, 6 assistant, 3 tool), 2310 tokens, handle 89ab…]
/// ```
enum NoteOpening {
  static func text(
    of messages: [Int], in conversation: Conversation, tokens: Int, _ handle: ContentHandle
  ) -> String {
    let left = "\(opening)\(messages.count)\(messages.count == 1 ? one : many)\(parts(of: messages, in: conversation))"
    return "\(left)\(tokensLabel)\(tokens)\(handleLabel)\(handle)]"
  }

  /// Whether a message is a note: a user's, nothing but text, with the whole of this line at its beginning. A person
  /// who writes no more than how a note begins is a person still.
  static func opens(_ message: Message) -> Bool { handle(of: message) != nil }

  /// The handle in a message that is a note; `nil` for any other.
  static func handle(of message: Message) -> String? {
    guard message.role == .user, message.parts.count == 1, let text = message.parts[0].value.utf8 else { return nil }
    var form = FormReader(text)
    guard form.reads(opening), form.readsNumber(), form.readsOne(of: [many, one]) else { return nil }
    repeat { guard form.readsNumber(), form.readsOne(of: kinds) else { return nil } } while form.reads(separator)
    guard form.reads(tokensLabel), form.readsNumber(), form.reads(handleLabel), let handle = form.readHandle(),
      form.reads("]"), form.isAtEnd || form.reads("\n")
    else { return nil }
    return handle
  }

  /// Whether a line begins as a note does.
  static func begins(_ line: String) -> Bool { line.hasPrefix(opening) }

  static let opening = "[Note, no instruction: "
  private static let one = " earlier message left out ("
  private static let many = " earlier messages left out ("
  private static let separator = ", "
  private static let tokensLabel = "), "
  private static let handleLabel = " tokens, handle "
  private static let notes = " earlier notes"
  private static let note = " earlier note"
  private static let kinds = [" user", " assistant", " tool", notes, note]

  private static func parts(of messages: [Int], in conversation: Conversation) -> String {
    let speakers = messages.map { conversation.messages[$0].speaker }
    let notes = zip(messages, speakers).count { index, speaker in
      speaker == .user && OwnWords.isAll(of: conversation.messages[index])
    }
    let counts = [Role.user, .assistant, .tool].compactMap { role -> String? in
      let count = speakers.count { $0 == role } - (role == .user ? notes : 0)
      return count == 0 ? nil : "\(count) \(role.rawValue)"
    }
    let ofNotes = notes == 0 ? [] : ["\(notes)\(notes == 1 ? note : Self.notes)"]
    return (counts + ofNotes).joined(separator: separator)
  }
}

extension Message {
  /// Who speaks: the role, but for messages of the user that are nothing but what tools returned.
  var speaker: Role { role == .user && !isHuman ? .tool : role }
}
