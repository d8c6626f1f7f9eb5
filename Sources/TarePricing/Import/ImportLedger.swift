import TareText

/// What an import takes and leaves, as it goes along.
struct ImportLedger {
  private struct Key: Hashable {
    let field: String
    let reason: LeftOutField.Reason
  }

  private var rates: [Rate] = []
  private var refused: [RefusedEntry] = []
  private var free: [String] = []
  private var takenNames: Set<String> = []
  private var places: [Key: (order: Int, count: Int, examples: [String])] = [:]

  /// Notes that a member of `entry` is not taken.
  mutating func leaveOut(_ field: String, _ reason: LeftOutField.Reason, in entry: String) {
    var place = places[Key(field: field, reason: reason)] ?? (places.count, 0, [])
    place.count += 1
    if place.examples.count < LeftOutField.exampleLimit, place.examples.last != entry { place.examples.append(entry) }
    places[Key(field: field, reason: reason)] = place
  }

  /// Notes that an entry is no rate.
  mutating func refuse(_ entry: String, _ reason: String) { refused.append(RefusedEntry(name: entry, reason: reason)) }

  /// Takes a rate, whose name nobody may have taken before. Aliases that are taken are left out.
  mutating func take(_ rate: Rate) {
    guard takenNames.insert(rate.model.lowercased()).inserted else {
      return refuse(rate.model, "has the name of an earlier entry")
    }
    var rate = rate
    rate.aliases = rate.aliases.filter { alias in
      let isFree = takenNames.insert(alias.lowercased()).inserted
      if !isFree { leaveOut("alias", .unusable("another model has the name already"), in: rate.model) }
      return isFree
    }
    if rate.input.perMillion == .zero { free.append(rate.model) }
    rates.append(rate)
  }

  /// The catalogue of all that was taken, with the account of the rest.
  func catalogue(of origin: CatalogueOrigin, date: CalendarDate) throws(ImportError) -> ImportedCatalogue {
    guard !rates.isEmpty else { throw .nothingTaken(entries: refused.count) }
    let catalogue: RateCatalogue
    do {
      catalogue = try RateCatalogue(date: date, source: origin.fileName, rates: rates, prefixes: [:])
    } catch {
      // Names were compared in lower case as they came, so that no two are one.
      throw .malformed(error.description)
    }
    return ImportedCatalogue(
      origin: origin, catalogue: catalogue, refused: refused, leftOut: leftOut, free: free)
  }

  private var leftOut: [LeftOutField] {
    places.sorted { ($1.value.count, $0.value.order) < ($0.value.count, $1.value.order) }.map { key, place in
      LeftOutField(field: key.field, reason: key.reason, count: place.count, examples: place.examples)
    }
  }
}
