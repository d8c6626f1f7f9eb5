import TareJSON
public import TareText

/// Why a payload is no conversation, and where.
public struct ConversationError: Error, Sendable, Hashable {
  /// What kind of mistake it is; callers branch on this, people read the description.
  public enum Code: Sendable, Hashable {
    /// The bytes are not JSON.
    case malformedJSON
    /// The payload has the shape of no format that is known.
    case unknownFormat
    /// There are more messages than ``Conversation/messageLimit``.
    case tooLarge
    /// A value is missing or of another kind than the format has there.
    case unexpectedShape
    /// A role the format does not have.
    case unknownRole
    /// A tool result without its call directly before it.
    case orphanResult
    /// A tool call without its result directly behind it.
    case unansweredCall
  }

  /// What kind of mistake it is.
  public let code: Code
  /// The message it is in, from 0; `nil` when it is outside all of them.
  public let message: Int?
  /// The place in the payload.
  public let location: SourceLocation
  /// What was found and what was expected, without the place.
  public let reason: String
}

extension ConversationError: CustomStringConvertible {
  /// One sentence: line, column, message, what is wrong.
  public var description: String {
    "line \(location.line), column \(location.column): \(message.map { "message \($0): " } ?? "")\(reason)"
  }
}

extension ConversationError {
  init(_ error: JSONError) {
    self.init(code: .malformedJSON, message: nil, location: error.location, reason: error.reason)
  }

  /// The mistake at the place of `value`.
  init(_ code: Code, at value: JSONValue, in message: Int? = nil, _ reason: String) {
    self.init(code: code, message: message, location: value.unexpectedShape(reason).location, reason: reason)
  }

  /// What a payload calls something, as far as a message on one line has room for it.
  static func quoted(_ name: String) -> String { "\"\(shortened(name))\"" }

  /// The beginning of a name, and a mark where that is not all of it.
  static func shortened(_ name: String) -> String {
    // Scalars, for one character may be as long as a book.
    let start = name.unicodeScalars.prefix(40)
    return start.endIndex == name.endIndex ? name : "\(String(String.UnicodeScalarView(start)))…"
  }

  static func orphanResult(_ result: ToolResult, of message: Message) -> ConversationError {
    let call = (result.callID ?? result.name).map { " for \(quoted($0))" } ?? ""
    let isSecond = result.callID != nil && message.results.count { $0.callID == result.callID } > 1
    guard !isSecond else {
      return ConversationError(
        .orphanResult, at: message.value, in: message.index, "a second tool result\(call) answers no call")
    }
    return ConversationError(
      .orphanResult, at: message.value, in: message.index, "tool result\(call) has no call directly before it")
  }

  static func unansweredCall(_ call: ToolCall, of message: Message) -> ConversationError {
    let name = call.id ?? call.name
    return ConversationError(
      .unansweredCall, at: message.value, in: message.index,
      "tool call\(name.isEmpty ? "" : " " + quoted(name)) has no result directly behind it")
  }
}
