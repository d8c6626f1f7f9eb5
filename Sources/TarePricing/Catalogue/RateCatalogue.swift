public import TareText

/// The rates of many models as of one day.
public struct RateCatalogue: Sendable, Hashable {
  /// The day the prices were read. Every report that shows a price shows this day.
  public let date: CalendarDate
  /// Where the prices were read.
  public let source: String
  /// Every rate, in the order of the file.
  public let rates: [Rate]
  /// What may stand before a slash in front of a model's name, for each provider.
  let prefixes: [String: [String]]
  /// The index of each name and alias, in lower case.
  private let indexOfName: [String: Int]

  /// - Throws: ``CatalogueError`` when two rates claim one name.
  init(
    date: CalendarDate, source: String, rates: [Rate], prefixes: [String: [String]]
  ) throws(CatalogueError) {
    var index: [String: Int] = [:]
    for (position, rate) in rates.enumerated() {
      for name in [rate.model] + rate.aliases {
        guard index.updateValue(position, forKey: name.lowercased()) == nil else { throw .duplicateName(name) }
      }
    }
    self.date = date
    self.source = source
    self.rates = rates
    self.prefixes = prefixes
    indexOfName = index
  }

  /// The rate of a model, by its name, an alias, a dated id such as `gpt-4o-2024-08-06`, or any of these behind
  /// its provider, such as `openai/gpt-4o`. A name that holds slashes itself is found as a whole first. Case does not
  /// matter.
  ///
  /// - Throws: ``UnknownModel`` with every known name, so that a near one can be suggested. A model of another
  ///   provider than the one named is unknown, because another provider may charge another price.
  public func rate(for id: String) throws(UnknownModel) -> Rate {
    if let rate = rate(named: id.lowercased()) { return rate }
    let parts = id.lowercased().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, let rate = rate(named: name) ?? rate(named: undated(name)),
      !rate.excludedIDs.contains(name)
    else { throw unknown(id) }
    guard parts.count == 1 || prefixes[rate.provider, default: []].contains(parts[0]) else { throw unknown(id) }
    return rate
  }

  /// The rate of a name or an alias in lower case, as a whole.
  func rate(named name: String) -> Rate? { indexOfName[name].map { rates[$0] } }

  private func unknown(_ id: String) -> UnknownModel {
    UnknownModel(id: id, knownNames: rates.flatMap { [$0.model] + $0.aliases })
  }
}

/// The name without the date of its version: `-2024-08-06`, `-20250929` or `@20250929`.
private func undated(_ name: String) -> String {
  let long = name.suffix(11)
  if long.first == "-", CalendarDate(long.dropFirst()) != nil { return String(name.dropLast(11)) }
  let short = name.suffix(9)
  if short.first == "-" || short.first == "@", CalendarDate(compact: short.dropFirst()) != nil {
    return String(name.dropLast(9))
  }
  return name
}

/// A model that the catalogue has no price for.
public struct UnknownModel: Error, Sendable, Hashable {
  /// What was asked for.
  public let id: String
  /// Every name and alias of the catalogue, in its order.
  public let knownNames: [String]
}

extension UnknownModel: CustomStringConvertible {
  /// One sentence; the names are many and are left to the caller.
  public var description: String { "no price is known for the model \"\(id)\"" }
}
