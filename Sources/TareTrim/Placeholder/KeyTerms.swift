/// The words of messages that are worth naming when the messages are gone: identifiers, amounts, dates, names.
///
/// Told by their shape alone, in any language that writes words apart. What a person said counts more than what the
/// model did.
struct KeyTerms {
  /// The weight of each term.
  private(set) var weights: [String: Int] = [:]
  private var firstPlaces: [String: Int] = [:]

  mutating func add(_ terms: [TermOccurrence], isPerson: Bool) {
    let weight = isPerson ? 4 : 2
    for occurrence in terms {
      if firstPlaces[occurrence.term] == nil { firstPlaces[occurrence.term] = firstPlaces.count }
      // What is repeated a hundred times is not a hundred times as important.
      weights[occurrence.term] = min(weights[occurrence.term, default: 0] + weight, 40)
    }
  }

  /// The twelve that weigh most; of equal ones those that were said first.
  var best: [String] {
    let ranked = weights.sorted {
      ($0.value, firstPlaces[$1.key] ?? 0) > ($1.value, firstPlaces[$0.key] ?? 0)
    }
    return ranked.prefix(12).map(\.key)
  }
}
