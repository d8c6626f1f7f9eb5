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
    guard messageArray.kind == .array else { return written(items, beside: document.bytes[start..<end]) }
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

  /// A request whose only message is a string: it stays one while nothing else comes, and becomes an array otherwise.
  private func written(_ items: [PayloadItem], beside bytes: ArraySlice<UInt8>) -> [UInt8] {
    if items == [.original(0)] { return Array(bytes) }
    let range = messageArray.range
    var list: [UInt8] = []
    for (position, item) in items.enumerated() {
      if position > 0 { list.append(UInt8(ascii: ",")) }
      if case .original = item {
        list += Array(#"{"role":"user","content":"#.utf8) + self.bytes(of: item) + [UInt8(ascii: "}")]
      } else {
        list += self.bytes(of: item)
      }
    }
    return bytes[..<range.start] + [UInt8(ascii: "[")] + list + [UInt8(ascii: "]")] + bytes[range.end...]
  }

  /// The comma and the white space that stood before the message; those of the second message for one that is new.
  private func separator(before item: PayloadItem) -> ArraySlice<UInt8> {
    var index = 1
    if case .original(let own) = item { index = max(own, 1) }
    if case .rewritten(let own, _) = item { index = max(own, 1) }
    guard index < messages.count else { return [UInt8(ascii: ",")] }
    return document.bytes[messages[index - 1].range.end..<messages[index].range.start]
  }
}
