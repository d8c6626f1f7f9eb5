internal import TareJSON

/// A value of a vocabulary's JSON and the path to it, so that what is not understood can be named.
struct VocabularyNode {
  let value: JSONValue
  let path: String

  /// The outermost value.
  init(_ document: JSONDocument) {
    value = document.root
    path = ""
  }

  private init(_ value: JSONValue, _ path: String) {
    self.value = value
    self.path = path
  }

  /// The member of that name; `nil` where there is none or it is `null`.
  subscript(name: String) -> VocabularyNode? {
    guard let member = value[name], !member.isNull else { return nil }
    return VocabularyNode(member, path.isEmpty ? name : "\(path).\(name)")
  }

  /// The elements of an array.
  func elements() throws(VocabularyError) -> [VocabularyNode] {
    guard value.kind == .array else { throw error("is no array") }
    return value.elements.enumerated().map { VocabularyNode($1, "\(path)[\($0)]") }
  }

  func text() throws(VocabularyError) -> String {
    guard let text = value.string else { throw error("is no string") }
    return text
  }

  func utf8() throws(VocabularyError) -> [UInt8] {
    guard let bytes = value.stringBytes else { throw error("is no string") }
    return bytes
  }

  func flag() throws(VocabularyError) -> Bool {
    guard let flag = value.boolean else { throw error("is neither true nor false") }
    return flag
  }

  /// A number from 0 to 2^30 - 1, which is what an id can be.
  func id() throws(VocabularyError) -> UInt32 {
    guard let number = value.integer, (0..<1 << 30).contains(number) else {
      throw error("is no whole number from 0 to \(1 << 30 - 1)")
    }
    return UInt32(number)
  }

  /// The member of that name, which has to be there.
  func member(_ name: String) throws(VocabularyError) -> VocabularyNode {
    guard let member = self[name] else { throw error("has no \"\(name)\"") }
    return member
  }

  /// The truth value of a member, or what stands for it where there is none.
  func flag(_ name: String, default value: Bool) throws(VocabularyError) -> Bool {
    guard let member = self[name] else { return value }
    return try member.flag()
  }

  /// Refuses members of any other name: each may change what the tokens are.
  func allow(_ names: Set<String>) throws(VocabularyError) {
    guard value.kind == .object else { throw error("is no object") }
    for member in value.members where !names.contains(member.name) && !member.value.isNull {
      throw error("\"\(member.name)\" is not understood")
    }
  }

  /// Refuses a member with any other truth value.
  func require(_ name: String, _ wanted: Bool, default value: Bool) throws(VocabularyError) {
    let found = try flag(name, default: value)
    if found != wanted { throw VocabularyError("\(path).\(name)", "\(found) is not understood, only \(wanted)") }
  }

  /// Refuses a member with any other text.
  func require(_ name: String, _ wanted: String) throws(VocabularyError) {
    let member = try member(name)
    guard try member.text() == wanted else { throw member.error("is not understood, only \"\(wanted)\"") }
  }

  func error(_ reason: String) -> VocabularyError { VocabularyError(path, reason) }
}
