/// One object of a data file that comes with the program: typed members, and errors that say whose member is wrong.
package struct DataObject {
  private let value: JSONValue
  /// What errors call the object.
  package let name: String

  /// The object `value`, called `name` in errors.
  package init(_ value: JSONValue, name: String) throws(DataFileError) {
    guard value.kind == .object else { throw DataFileError(entry: name, member: "entry", reason: "is no object") }
    self.value = value
    self.name = name
  }

  /// The mistake in the member of that name.
  package func error(_ member: String, _ reason: String) -> DataFileError {
    DataFileError(entry: name, member: member, reason: reason)
  }

  /// The member that has to be there, as an object called `name`, or by the member's own name.
  package func object(_ member: String) throws(DataFileError) -> DataObject {
    guard let object = try optionalObject(member) else { throw error(member, "is missing") }
    return object
  }

  /// The member as an object, where it is there.
  package func optionalObject(_ member: String) throws(DataFileError) -> DataObject? {
    guard let found = value[member] else { return nil }
    return try DataObject(found, name: "\(name), \(member)")
  }

  /// The objects of the list of that name; each is called by its member `title`, or by its place.
  package func objects(_ member: String, title: String) throws(DataFileError) -> [DataObject] {
    guard let list = value[member], list.kind == .array else { throw error(member, "is no list") }
    var objects: [DataObject] = []
    for (place, element) in list.elements.enumerated() {
      objects.append(try DataObject(element, name: element[title]?.string ?? "\(member) \(place + 1)"))
    }
    return objects
  }

  /// Each member of an object with its name, in the order of the file.
  package var members: [(name: String, value: JSONValue)] {
    value.members.map { ($0.name, $0.value) }
  }

  /// A text that has to be there.
  package func text(_ member: String) throws(DataFileError) -> String {
    guard let text = try optionalText(member) else { throw error(member, "is missing") }
    return text
  }

  /// A text, where it is there.
  package func optionalText(_ member: String) throws(DataFileError) -> String? {
    guard let found = value[member] else { return nil }
    guard let text = found.string else { throw error(member, "is no string") }
    return text
  }

  /// A list of texts; empty where it is not there.
  package func texts(_ member: String) throws(DataFileError) -> [String] {
    guard let found = value[member] else { return [] }
    let texts = found.elements.compactMap(\.string)
    guard found.kind == .array, texts.count == found.elements.count else {
      throw error(member, "is no list of strings")
    }
    return texts
  }

  /// A number that has to be there; it may be negative.
  package func integer(_ member: String) throws(DataFileError) -> Int {
    guard let number = try optionalInteger(member) else { throw error(member, "is missing") }
    return number
  }

  /// A whole number, where it is there.
  package func optionalInteger(_ member: String) throws(DataFileError) -> Int? {
    guard let found = value[member] else { return nil }
    guard let number = found.integer else { throw error(member, "is no whole number") }
    return number
  }

  /// `true` or `false`, where it is there.
  package func optionalTruth(_ member: String) throws(DataFileError) -> Bool? {
    guard let found = value[member] else { return nil }
    guard let truth = found.boolean else { throw error(member, "is neither true nor false") }
    return truth
  }
}

/// Why a data file cannot be used.
public struct DataFileError: Error, Sendable, Hashable {
  /// The entry that is wrong, by the name it has in the file.
  public let entry: String
  /// The member of it that is wrong.
  public let member: String
  /// What is wrong with it.
  public let reason: String

  package init(entry: String, member: String, reason: String) {
    self.entry = entry
    self.member = member
    self.reason = reason
  }
}

extension DataFileError: CustomStringConvertible {
  /// One sentence that names the entry and the member.
  public var description: String { "\"\(entry)\": \(member) \(reason)" }
}
