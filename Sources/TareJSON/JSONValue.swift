public import TareText

/// One value in a ``JSONDocument``: a view that knows where it stands, not a copy.
public struct JSONValue: Sendable {
  /// The six kinds of RFC 8259, with `true` and `false` as one.
  public enum Kind: UInt8, Sendable {
    /// Members in the order of the text, duplicate names included.
    case object
    /// Elements in order.
    case array
    /// A string, escapes not yet decoded.
    case string
    /// A number, spelt as it came.
    case number
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
  }

  /// The text this value stands in.
  public let document: JSONDocument
  let index: Int

  init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  private var node: JSONNode { document.nodes[index] }

  /// What kind of value this is.
  public var kind: Kind { node.kind }
  /// Where the value stands, quotes and brackets included.
  public var range: SourceRange { SourceRange(node.start, node.end) }
  /// The bytes of the value as they came.
  public var rawBytes: ArraySlice<UInt8> { document.bytes[node.start..<node.end] }

  /// The elements of an array in order; empty for any other kind.
  public var elements: [JSONValue] {
    guard kind == .array else { return [] }
    var elements: [JSONValue] = []
    var child = index + 1
    while child < node.next {
      elements.append(JSONValue(document: document, index: child))
      child = document.nodes[child].next
    }
    return elements
  }

  /// The members of an object in the order of the text, duplicate names included; empty for any other kind.
  public var members: [JSONMember] {
    guard kind == .object else { return [] }
    var members: [JSONMember] = []
    var child = index + 1
    while child < node.next {
      let value = JSONValue(document: document, index: child + 1)
      members.append(JSONMember(key: JSONValue(document: document, index: child), value: value))
      child = document.nodes[child + 1].next
    }
    return members
  }

  /// The value of the **last** member of that name, as most readers take duplicates; `nil` where there is none
  /// or this is no object.
  ///
  /// - Complexity: O(*m*) in the members of the object.
  public subscript(name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    let length = name.utf8.count
    let end = node.next
    var found: Int?
    var child = index + 1
    while child < end {
      let key = document.nodes[child]
      // Most names are told apart by their length alone.
      if key.hasEscapes || key.end - key.start == length + 2 {
        if JSONValue(document: document, index: child).equals(name) { found = child + 1 }
      }
      child = document.nodes[child + 1].next
    }
    return found.map { JSONValue(document: document, index: $0) }
  }

  /// The decoded text of a string; `nil` for any other kind. A surrogate escape without its partner, which no
  /// UTF-8 can hold, reads as U+FFFD; the raw bytes still have it.
  public var string: String? {
    guard kind == .string else { return nil }
    return String(decoding: decodedBytes, as: UTF8.self)
  }

  /// The decoded UTF-8 of a string; `nil` for any other kind.
  public var stringBytes: [UInt8]? {
    guard kind == .string else { return nil }
    return Array(decodedBytes)
  }

  /// The decoded UTF-8 of a string, without a copy where it has no escapes; `nil` for any other kind.
  public var utf8: ArraySlice<UInt8>? { kind == .string ? decodedBytes : nil }

  /// The spelling of a number; `nil` for any other kind. Numbers are never converted on their own, since
  /// `1e400` and 400 digits are both valid.
  public var numberText: String? {
    guard kind == .number else { return nil }
    return String(decoding: rawBytes, as: UTF8.self)
  }

  /// The number as an integer; `nil` for any other kind, for a fraction or exponent, and outside `Int`.
  public var integer: Int? { numberText.flatMap { Int($0) } }

  /// The truth value; `nil` for any other kind.
  public var boolean: Bool? {
    guard kind == .boolean else { return nil }
    return document.bytes[node.start] == UInt8(ascii: "t")
  }

  /// Whether this is `null`.
  public var isNull: Bool { kind == .null }

  /// An error that says this value has another shape than needed.
  public func unexpectedShape(_ reason: String) -> JSONError {
    let bytes = document.bytes
    return JSONError(
      code: .unexpectedShape, offset: node.start, location: SourceLocation(of: node.start, in: bytes.span),
      reason: reason)
  }

  private var content: ArraySlice<UInt8> { document.bytes[(node.start + 1)..<(node.end - 1)] }

  private var decodedBytes: ArraySlice<UInt8> {
    node.hasEscapes ? unescaped(content)[...] : content
  }

  private func equals(_ name: String) -> Bool {
    decodedBytes.elementsEqual(name.utf8)
  }
}

/// A name and its value in an object.
public struct JSONMember: Sendable {
  /// The name, a string value with its own place.
  public let key: JSONValue
  /// The value.
  public let value: JSONValue

  /// The decoded name.
  public var name: String { key.string ?? "" }
  /// From the first byte of the name to the last of the value.
  public var range: SourceRange { SourceRange(key.range.start, value.range.end) }
}
