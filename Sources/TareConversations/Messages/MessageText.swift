public import TareJSON
public import TareText

/// A place in a message whose text may be shortened without breaking the request.
///
/// Never reasoning, thinking, signatures, encrypted or redacted data, nor the arguments of calls: providers check them,
/// or refuse them when they are cut.
public struct MessageText: Sendable {
  /// Who the text is from.
  public let origin: MessagePart.Origin
  /// The string in the payload.
  public let value: JSONValue

  /// Where the string stands in the payload, quotes included.
  public var range: SourceRange { value.range }
}

extension Message {
  /// The texts that may be shortened, in order. Of JSON that a tool returned these are the strings in it, names of
  /// members not included.
  ///
  /// - Complexity: O(*n*) in the values of the message.
  public var texts: [MessageText] {
    guard !isPinned else { return [] }
    return parts.flatMap { part -> [MessageText] in
      guard !part.isFixed else { return [] }
      switch part.kind {
      case .text: return [MessageText(origin: part.origin, value: part.value)]
      case .json: return part.value.strings.map { MessageText(origin: part.origin, value: $0) }
      case .image, .sealed, .other: return []
      }
    }
  }
}
