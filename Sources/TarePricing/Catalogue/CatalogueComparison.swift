public import TareText

/// In what two catalogues differ about the models that both have.
///
/// What only one of them states is no difference: that the other does not know a price says nothing about it.
public struct CatalogueComparison: Sendable {
  /// A model of the first catalogue and the rate of the second one for it.
  public struct Pair: Sendable, Hashable {
    /// The name in the first catalogue.
    public let here: String
    /// The name in the second.
    public let there: String
    /// What both state and differ in.
    public let differences: [RateDifference]
    /// What the first states alone.
    public let statedHere: [String]
    /// What the second states alone.
    public let statedThere: [String]
  }

  /// The day whose prices are compared.
  public let day: CalendarDate
  /// The models that both have, in the order of the first.
  public let pairs: [Pair]
  /// Models that the first has alone.
  public let onlyHere: [String]
  /// Models that the second has alone.
  public let onlyThere: [String]

  /// The pairs that differ.
  public var different: [Pair] { pairs.filter { !$0.differences.isEmpty } }

  /// Compares the rates of `catalogue` with those of `other`, as they are on `day`.
  ///
  /// A model is looked for by the name of the entry that its source names, then behind the prefixes of its provider, then
  /// by its names alone; another provider's model of the same name is another one.
  public init(_ catalogue: RateCatalogue, with other: RateCatalogue, on day: CalendarDate) {
    var pairs: [Pair] = []
    var onlyHere: [String] = []
    var found: Set<String> = []
    for rate in catalogue.rates {
      guard let match = catalogue.counterpart(of: rate, in: other) else {
        onlyHere.append(rate.model)
        continue
      }
      found.insert(match.model)
      pairs.append(Pair(rate.at(PriceTime(day)), match.at(PriceTime(day))))
    }
    (self.day, self.pairs, self.onlyHere) = (day, pairs, onlyHere)
    onlyThere = other.rates.map(\.model).filter { !found.contains($0) }
  }
}

/// A figure that two rates state differently.
public struct RateDifference: Sendable, Hashable {
  /// What it is about, such as `input` or `longContext 1 from`.
  public let field: String
  /// The figure of the first, prices in dollars for a million tokens.
  public let here: String
  /// The figure of the second.
  public let there: String
}

extension RateCatalogue {
  /// The rate of another catalogue for the same model of the same provider.
  fileprivate func counterpart(of rate: Rate, in other: RateCatalogue) -> Rate? {
    let entry = rate.source.record.split(separator: ", ", maxSplits: 1).dropFirst().map(String.init)
    let names = [rate.model] + rate.aliases
    let prefixes = prefixes[rate.provider, default: []]
    let full = entry + prefixes.flatMap { prefix in names.map { "\(prefix)/\($0)" } }
    if let match = full.lazy.compactMap({ other.rate(named: $0.lowercased()) }).first { return match }
    return names.lazy.compactMap { other.rate(named: $0.lowercased()) }
      .first { $0.provider == rate.provider || prefixes.contains($0.provider) }
  }
}

extension CatalogueComparison.Pair {
  fileprivate init(_ here: Rate, _ there: Rate) {
    let (ours, theirs) = (here.statements, there.statements)
    let other = Dictionary(theirs.map { ($0.field, $0.figure) }) { first, _ in first }
    let own = Set(ours.map(\.field))
    self.init(
      here: here.model, there: there.model,
      differences: ours.compactMap { statement in
        other[statement.field].flatMap { figure in
          figure == statement.figure
            ? nil : RateDifference(field: statement.field, here: statement.figure, there: figure)
        }
      },
      statedHere: ours.map(\.field).filter { other[$0] == nil },
      statedThere: theirs.map(\.field).filter { !own.contains($0) })
  }
}
