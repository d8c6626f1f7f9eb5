import TareJSON
import TareText

/// Typed members of an object from the outside; `null` is as good as nothing.
struct RequestMembers {
  private let object: JSONValue

  init(_ object: JSONValue) { self.object = object }

  func value(_ name: String) -> JSONValue? {
    object[name].flatMap { $0.isNull ? nil : $0 }
  }

  func text(_ name: String) throws(TrimRequestError) -> String? {
    guard let found = value(name) else { return nil }
    guard let text = found.string else { throw unexpected(name, found, "a string") }
    return text
  }

  func number(_ name: String, from least: Int) throws(TrimRequestError) -> Int? {
    guard let found = value(name) else { return nil }
    guard let number = found.integer, number >= least, number <= Self.most else {
      throw unexpected(name, found, "a whole number from \(least) to \(Self.most)")
    }
    return number
  }

  /// A share, written as a number from 0 to 1.
  func share(_ name: String) throws(TrimRequestError) -> Share? {
    guard let found = value(name) else { return nil }
    guard let text = found.numberText, let share = Share(decimal: text) else {
      throw unexpected(name, found, "a number from 0 to 1")
    }
    return share
  }

  func truth(_ name: String) throws(TrimRequestError) -> Bool? {
    guard let found = value(name) else { return nil }
    guard found.kind == .boolean else { throw unexpected(name, found, "true or false") }
    return found.boolean
  }

  func texts(_ name: String) throws(TrimRequestError) -> [String]? {
    guard let found = value(name) else { return nil }
    let texts = found.elements.compactMap(\.string)
    guard found.kind == .array, texts.count == found.elements.count else {
      throw unexpected(name, found, "an array of strings")
    }
    return texts
  }

  /// One of the names of an enumeration.
  func name<Name: RawRepresentable<String>>(
    _ name: String, of type: Name.Type, _ names: [String]
  ) throws(TrimRequestError) -> Name? {
    guard let text = try text(name), let found = value(name) else { return nil }
    guard let known = Name(rawValue: text) else {
      throw TrimRequestError(
        found, "\"\(name)\" is \(quotedStart(text)), expected one of \(names.joined(separator: ", "))")
    }
    return known
  }

  /// The mistake that a member is not what was expected.
  func unexpected(_ name: String, _ expected: String) -> TrimRequestError {
    unexpected(name, object[name] ?? object, expected)
  }

  private func unexpected(_ name: String, _ found: JSONValue, _ expected: String) -> TrimRequestError {
    TrimRequestError(found, "\"\(name)\" is \(found.shown), expected \(expected)")
  }

  /// More tokens than any window has; beyond it sums might not be numbers any more.
  private static let most = 1_000_000_000_000
}

extension JSONValue {
  /// What a member is, as an error names it: a number by its digits, anything else by its kind.
  fileprivate var shown: String {
    numberText.map { String($0.prefix(40)) } ?? "\(kind)"
  }
}
