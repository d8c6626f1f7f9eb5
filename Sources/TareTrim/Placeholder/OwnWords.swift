import TareConversations
import TareJSON

/// What trimming itself put into a conversation, as a later trimming finds it there.
enum OwnWords {
  /// Whether a message is an addition of an earlier trimming: a note, what was recalled, or chunks. It is no turn of a
  /// person, and nothing that was said.
  static func isAll(of message: Message) -> Bool {
    if NoteOpening.opens(message) { return true }
    guard message.role == .user, message.parts.count == 1, let text = message.parts[0].value.utf8 else { return false }
    return [RecalledText.opening, ChunkText.opening].contains { text.starts(with: ($0 + "\n").utf8) }
  }

  /// A text without the lines in which trimming says what it did: a handle says nothing about what was talked about.
  static func removed(from text: String) -> [UInt8] {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.contains(where: isOwn) else { return Array(text.utf8) }
    return Array(lines.filter { !isOwn($0) }.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func isOwn(_ line: Substring.UTF8View) -> Bool {
    line.first.map { [UInt8(ascii: "["), UInt8(ascii: "E"), UInt8(ascii: "P")].contains($0) } ?? false
      && beginnings.contains { line.starts(with: $0.utf8) }
  }

  private static let beginnings = [
    NoteOpening.opening, ShortenedText.opening, RecalledText.opening, ChunkText.opening,
  ]
}
