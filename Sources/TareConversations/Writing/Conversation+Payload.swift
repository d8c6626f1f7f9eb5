import TareJSON
import TareText

/// What stands in the message array of a payload that is written again.
public enum PayloadItem: Sendable, Hashable {
  /// The message of that index, byte for byte.
  case original(Int)
  /// A message that takes the place of the one of that index.
  case rewritten(Int, [UInt8])
  /// A message that was not there before.
  case inserted([UInt8])
}

extension Conversation {
  /// The payload with `items` as its messages. Every byte outside the message array stays; between the messages
  /// stands what stood before each of them, so that a payload laid out over lines stays laid out.
  ///
  /// - Precondition: The indices are those of messages and rise.
  /// - Complexity: O(*n*) in bytes.
  public func payload(of items: [PayloadItem]) -> [UInt8] {
    written(items, from: 0, to: document.bytes.count)
  }

  /// The message array alone with `items` in it.
  ///
  /// - Precondition: The indices are those of messages and rise.
  /// - Complexity: O(*n*) in bytes.
  public func messageArray(of items: [PayloadItem]) -> [UInt8] {
    written(items, from: messageArray.range.start, to: messageArray.range.end)
  }

  private func written(_ items: [PayloadItem], from start: Int, to end: Int) -> [UInt8] {
    let array = messageArray.range
    let first = messages.first?.range.start ?? array.end - 1
    let last = messages.last?.range.end ?? array.end - 1
    var bytes = Array(document.bytes[start..<first])
    bytes.reserveCapacity(end - start)
    for (position, item) in items.enumerated() {
      if position > 0 { bytes += separator(before: item) }
      bytes += self.bytes(of: item)
    }
    return bytes + document.bytes[last..<end]
  }

  private func bytes(of item: PayloadItem) -> ArraySlice<UInt8> {
    switch item {
    case .original(let index): messages[index].value.rawBytes
    case .rewritten(_, let bytes), .inserted(let bytes): bytes[...]
    }
  }

  /// The comma and the white space that stood before the message; those of the second message for one that is new.
  private func separator(before item: PayloadItem) -> ArraySlice<UInt8> {
    var index = 1
    if case .original(let own) = item { index = max(own, 1) }
    if case .rewritten(let own, _) = item { index = max(own, 1) }
    guard index < messages.count else { return [UInt8(ascii: ",")] }
    return document.bytes[messages[index - 1].range.end..<messages[index].range.start]
  }

  /// The message of that index with the content of its tool results replaced by `text`.
  public func message(_ index: Int, withResultContent text: String) -> [UInt8] {
    let message = messages[index]
    var bytes: [UInt8] = []
    var copied = message.range.start
    for result in message.results {
      bytes += document.bytes[copied..<result.content.range.start]
      appendQuoted(text, to: &bytes)
      copied = result.content.range.end
    }
    return bytes + document.bytes[copied..<message.range.end]
  }
}
