public import TarePricing
import TareText

/// What became of every entry and every member of an imported list of prices.
public struct ImportReport: Sendable {
  let imported: ImportedCatalogue
  /// What the list is called, mostly its path.
  let name: String
  /// Whether every entry is named; otherwise the first of each group are.
  let namesAll: Bool

  /// - Parameters:
  ///   - name: What the list is called, mostly its path.
  ///   - namesAll: Whether every entry is named that is no rate or free, and not only the first of each group.
  public init(_ imported: ImportedCatalogue, of name: String, namesAll: Bool = false) {
    (self.imported, self.name, self.namesAll) = (imported, name, namesAll)
  }

  /// How many entries of each kind there are, then everything that was not taken, with how often and where.
  public var text: String {
    let lines = [summary] + freeLines + refusedLines + fieldLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let (rates, refused) = (imported.catalogue.rates.count, imported.refused.count)
    return "\(shownName(name)): \(imported.entryCount.grouped) entries of \(imported.origin.rawValue) as of "
      + "\(imported.catalogue.date): \(rates.grouped) \(rates == 1 ? "rate" : "rates"), \(refused.grouped) without one"
  }

  private var freeLines: [String] {
    guard !imported.free.isEmpty else { return [] }
    return ["", "Stated as free, at $0 for input:"] + grouped([("", imported.free)])
  }

  private var refusedLines: [String] {
    guard !imported.refused.isEmpty else { return [] }
    return ["", "No rate, because the entry"] + grouped(imported.refusals.map { ($0.reason, $0.names) })
  }

  private var fieldLines: [String] {
    let groups: [(title: String, fields: [LeftOutField])] = [
      ("Members that are not known:", imported.unknownFields),
      ("Members that rates do not hold:", imported.leftOut.filter { $0.reason != .unknown && $0.reason != .noPrice }),
      ("Members that say nothing about the price of tokens:", imported.leftOut.filter { $0.reason == .noPrice }),
    ]
    return groups.flatMap { group in
      guard !group.fields.isEmpty else { return [] as [String] }
      let rows = group.fields.map { field in
        let why = field.reason == .unknown || field.reason == .noPrice ? [] : [field.reason.description]
        return [field.count.grouped, shownName(field.field)] + why + [places(field.examples, of: field.count)]
      }
      return ["", group.title] + aligned(rows, left: [1, 2, 3]).map { "  \($0)" }
    }
  }

  private func grouped(_ groups: [(reason: String, names: [String])]) -> [String] {
    let rows = groups.map { group in
      let shown = namesAll ? group.names : Array(group.names.prefix(LeftOutField.exampleLimit))
      return [group.names.count.grouped] + (group.reason.isEmpty ? [] : [shownName(group.reason)])
        + [places(shown, of: group.names.count)]
    }
    return aligned(rows, left: [1, 2]).map { "  \($0)" }
  }

  private func places(_ names: [String], of count: Int) -> String {
    names.map(shownName).joined(separator: ", ") + (names.count < count ? ", …" : "")
  }
}

extension ImportedCatalogue {
  /// The names of the entries that are no rates, by reason, the most frequent first.
  var refusals: [(reason: String, names: [String])] {
    var order: [String: Int] = [:]
    var groups: [(reason: String, names: [String])] = []
    for entry in refused {
      let index = order[entry.reason] ?? groups.count
      if index == groups.count { groups.append((entry.reason, [])) }
      order[entry.reason] = index
      groups[index].names.append(entry.name)
    }
    return groups.enumerated().sorted { ($1.element.names.count, $0.offset) < ($0.element.names.count, $1.offset) }
      .map(\.element)
  }
}
