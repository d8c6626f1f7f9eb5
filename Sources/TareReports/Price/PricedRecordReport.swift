import TareJSON
public import TarePricing
import TareText

/// What one request cost, class by class: the one model behind every format.
public struct PricedRecordReport: Sendable {
  let record: PricedRecord
  let catalogue: RateCatalogue
  let time: PriceTime?
  /// How the tokens were come by, where no provider reported them.
  let countingNote: String?

  /// The report on a record that was priced by `catalogue` at `time`, or at that of its day.
  public init(_ record: PricedRecord, by catalogue: RateCatalogue, at time: PriceTime?, countingNote: String? = nil) {
    (self.record, self.catalogue, self.time, self.countingNote) = (record, catalogue, time, countingNote)
  }

  /// Whether the cost lacks nothing.
  public var isComplete: Bool { record.isComplete }

  /// A sentence, a table whose parts add up to its total, and what the numbers rest on.
  public var text: String {
    ([headline, ""] + table + [""] + notes).joined(separator: "\n") + "\n"
  }

  private var headline: String {
    let total = record.knownTotal.formatted(places: Money.exactPlaces(for: [record.knownTotal]))
    let cost = record.isComplete ? total : isKnownInPart ? "at least \(total)" : "cost unknown"
    return "\(shownName(record.model)): \(cost)"
  }

  /// Whether there is a lower bound that says something.
  private var isKnownInPart: Bool { record.knownTotal > .zero }

  private var table: [String] {
    let items = record.cost?.items ?? []
    let places = Money.exactPlaces(for: items.compactMap(\.cost))
    let rows = items.map { item in
      [
        item.kind, item.tokens.grouped, item.price?.perMillion.description ?? "unknown",
        item.cost?.formatted(places: places) ?? "unknown",
      ]
    }
    guard !rows.isEmpty else { return aligned([["tokens", "number"]] + tokenRows, left: [0]) }
    return aligned([["tokens", "number", "a million", "cost"]] + rows, left: [0])
  }

  private var tokenRows: [[String]] {
    let usage = record.usage
    return [("input", usage.uncachedInput), ("cached input", usage.cachedRead), ("output", usage.output)]
      .filter { $0.1 > 0 }.map { [$0.0, $0.1.grouped] }
      + usage.cacheWrites.map { ["cache write for \($0.lifetime)", $0.tokens.grouped] }
  }

  private var notes: [String] {
    let bound = record.isComplete ? "" : "at least "
    let thousand = (try? record.knownTotal * 1_000).map { "1,000 such requests cost \(bound)\($0)." }
    let notices = (try? catalogue.rate(for: record.model)).map { rate in
      (time.map(rate.at) ?? rate).notices(at: time, catalogue: catalogue)
    }
    return [record.isComplete || isKnownInPart ? thousand : nil, countingNote].compactMap(\.self)
      + record.gaps.map { "Incomplete: \(shownName($0))." } + (notices ?? []) + [catalogue.sentence(at: time)]
  }

  /// Every number, exact: the cost as `usd` where it is complete, and what is known of it as `usdAtLeast`.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { object in
      object.member("schemaVersion", 1)
      object.member("at", time?.description)
      object.member("pricesOf", catalogue.date.description)
      object.member("source", catalogue.source)
      object.member("currency", "USD")
      object.member("counting", countingNote)
      record.write(to: &object)
    }
    return writer.text + "\n"
  }

  /// A line of heads and a line of numbers.
  public var csv: String { csvText([PricedRecord.csvHead, record.csvCells]) }
}
