public import TareConversations
import TareJSON

/// What a summariser is asked: to say in a few words what the dropped messages said.
public struct SummaryRequest: Sendable {
  /// The name of all dropped messages; a summary is known by it, so that it is asked for once and stays the same.
  public let handle: ContentHandle
  /// The summary of the first dropped messages, from an earlier cut; `nil` where there is none.
  public let earlier: String?
  /// The dropped messages that ``earlier`` does not speak of, in order.
  public let messages: [Message]
  /// The most tokens of the answer; what is longer is cut off.
  public let tokens: Int
  /// What stands in the note where there is no summary: the last request, terms and sentences of the dropped messages.
  public let offline: String

  /// A request for a summary of `messages`.
  public init(handle: ContentHandle, earlier: String? = nil, messages: [Message], tokens: Int, offline: String = "") {
    self.handle = handle
    self.earlier = earlier
    self.messages = messages
    self.tokens = tokens
    self.offline = offline
  }
}

/// Gives a text that stands in the note in place of what trimming says by itself: the summary of dropped messages.
///
/// Whatever it throws, and an empty text, leaves the note as it is without a summariser.
public typealias Summarizer = @Sendable (SummaryRequest) async throws -> String

extension SummaryRequest {
  /// A room below this is too small to say anything in it, and nobody is asked.
  static let leastTokens = 16

  /// What to ask about the note of a plan; `nil` where it has none, has been answered already, or leaves too little room.
  init?(_ plan: TrimPlan, of counted: CountedConversation, knowing texts: SummaryTexts) {
    guard let note = plan.placeholder, plan.status != .cannotFit, !texts.knows(note.handle) else { return nil }
    let lines = note.text.split(separator: "\n", maxSplits: 1)
    let frame = counted.counter.count(role: .user, text: "\(lines[0])\n\(NoteDraft.summaryLabel)")
    guard note.reserved - frame >= Self.leastTokens else { return nil }
    let dropped = plan.notedDecisions.map { counted.conversation.messages[$0.index] }
    let known = texts.longestBeginning(of: dropped)
    handle = note.handle
    earlier = known?.text
    messages = Array(dropped.dropFirst(known?.count ?? 0))
    tokens = note.reserved - frame
    offline = lines.count == 2 ? String(lines[1]) : ""
  }
}

extension SummaryTexts {
  /// The summary that speaks of the most of the first messages, and of how many, but never of all.
  fileprivate func longestBeginning(of messages: [Message]) -> (count: Int, text: String)? {
    var handle = ContentHandle()
    var longest: (count: Int, text: String)?
    for (place, message) in messages.dropLast().enumerated() {
      handle.combine(message.value.rawBytes)
      if let text = self[handle] { longest = (place + 1, text) }
    }
    return longest
  }
}

extension SummaryRequest {
  /// The messages as people read a conversation: each with its place and who speaks, what was called, what was said.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var transcript: String {
    messages.map { message in
      let calls = message.calls.map { "\n(calls \($0.name): \($0.inputText))" }.joined()
      return "[\(message.index)] \(message.speaker.rawValue): \(message.wholeText)\(calls)"
    }.joined(separator: "\n\n")
  }
}
