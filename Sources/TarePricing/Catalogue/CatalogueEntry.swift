import TareJSON
import TareText

/// One object of a catalogue file: typed members, and errors that say whose member is wrong.
struct CatalogueEntry {
  private let value: JSONValue
  private let name: String

  init(_ value: JSONValue, name: String) {
    self.value = value
    self.name = name
  }

  func error(_ member: String, _ reason: String) -> CatalogueError {
    .invalidMember(entry: name, member: member, reason: reason)
  }

  func has(_ member: String) -> Bool { value[member] != nil }

  func required(_ member: String) throws(CatalogueError) -> CatalogueEntry {
    guard let entry = try optional(member) else { throw error(member, "is missing") }
    return entry
  }

  func optional(_ member: String) throws(CatalogueError) -> CatalogueEntry? {
    guard let found = value[member] else { return nil }
    guard found.kind == .object else { throw error(member, "is no object") }
    return CatalogueEntry(found, name: name)
  }

  func entries(_ member: String) -> [CatalogueEntry] {
    (value[member]?.elements ?? []).map { CatalogueEntry($0, name: name) }
  }

  func text(_ member: String) throws(CatalogueError) -> String {
    guard let text = try optionalText(member) else { throw error(member, "is missing") }
    return text
  }

  func optionalText(_ member: String) throws(CatalogueError) -> String? {
    guard let found = value[member] else { return nil }
    guard let text = found.string else { throw error(member, "is no string") }
    return text
  }

  func texts(_ member: String) throws(CatalogueError) -> [String] {
    guard let found = value[member] else { return [] }
    let texts = found.elements.compactMap(\.string)
    guard found.kind == .array, texts.count == found.elements.count else {
      throw error(member, "is no list of strings")
    }
    return texts
  }

  func price(_ member: String) throws(CatalogueError) -> TokenPrice {
    guard let price = try optionalPrice(member) else { throw error(member, "is missing") }
    return price
  }

  func optionalPrice(_ member: String) throws(CatalogueError) -> TokenPrice? {
    guard let text = try optionalText(member) else { return nil }
    do { return try TokenPrice(perMillion: text) } catch { throw self.error(member, "is no price: \(error)") }
  }

  func count(_ member: String) throws(CatalogueError) -> Int {
    guard let count = try optionalCount(member) else { throw error(member, "is missing") }
    return count
  }

  func optionalCount(_ member: String) throws(CatalogueError) -> Int? {
    guard let found = value[member] else { return nil }
    guard let count = found.integer, count > 0 else { throw error(member, "is no number above 0") }
    return count
  }

  func truth(_ member: String) throws(CatalogueError) -> Bool {
    guard let truth = try optionalTruth(member) else { throw error(member, "is missing") }
    return truth
  }

  func optionalTruth(_ member: String) throws(CatalogueError) -> Bool? {
    guard let found = value[member] else { return nil }
    guard let truth = found.boolean else { throw error(member, "is neither true nor false") }
    return truth
  }

  func date(_ member: String) throws(CatalogueError) -> CalendarDate {
    guard let date = try optionalDate(member) else { throw error(member, "is missing") }
    return date
  }

  func optionalDate(_ member: String) throws(CatalogueError) -> CalendarDate? {
    guard let text = try optionalText(member) else { return nil }
    guard let date = CalendarDate(text) else { throw error(member, "is no date such as 2026-11-20") }
    return date
  }
}
