/// A record of usage with what it cost, as far as that is known.
public struct PricedRecord: Sendable, Hashable {
  /// The model, by the name of its rate where there is one, and otherwise as the record or the caller named it.
  public let model: String
  /// The usage, by billing class.
  public let usage: Usage
  /// The cost kind by kind; `nil` where the model has no known price at all.
  public let cost: ItemizedCost?
  /// What has no known price; none where the cost is complete.
  public let gaps: [String]

  /// The cost of what has a known price: all of it where there are no ``gaps``, and a lower bound otherwise.
  public let knownTotal: Money

  /// Whether ``knownTotal`` is the whole cost.
  public var isComplete: Bool { gaps.isEmpty }
}

/// How records are priced that do not say it themselves.
public struct RecordPricing: Sendable {
  /// The prices.
  public let catalogue: RateCatalogue
  /// The model of every record, whatever it says; `nil` to take each record's own.
  public let model: String?
  /// The time of every record; `nil` to take each record's own, and the catalogue's day where it has none.
  public let time: PriceTime?
  /// Whether requests were made in batch that do not say how they were made.
  public let processing: Rate.Processing
  /// For how long tokens were written of which the record does not say so; `nil` for the shortest that has a price.
  public let lifetime: CacheLifetime?

  /// Prices records by `catalogue`.
  public init(
    _ catalogue: RateCatalogue, model: String? = nil, at time: PriceTime? = nil,
    processing: Rate.Processing = .standard, lifetime: CacheLifetime? = nil
  ) {
    (self.catalogue, self.model, self.time) = (catalogue, model, time)
    (self.processing, self.lifetime) = (processing, lifetime)
  }

  /// What `record` cost. A model without a price, a class without one, and what was used beside text are gaps.
  ///
  /// - Throws: ``RecordPricingError`` where nobody names a model, and for numbers that cannot be.
  public func priced(_ record: UsageRecord) throws(RecordPricingError) -> PricedRecord {
    guard let name = model ?? record.model else { throw .noModel }
    guard let rate = try? catalogue.rate(for: name) else { return try unpriced(record, name) }
    let current = (time ?? record.time).map(rate.at) ?? rate
    let usage = try usage(of: record, current)
    var gaps = record.unpriced.map { "\(rate.model) has no known price for \($0)" }
    var cost = ItemizedCost(items: [], gaps: [])
    switch record.tier {
    case .other(let tier): gaps.append("\(rate.model) has no known price for the service tier \(tier)")
    case .batch: cost = current.itemizedCost(of: usage, processing: .batch)
    case .standard: cost = current.itemizedCost(of: usage, processing: processing)
    }
    do {
      return PricedRecord(
        model: rate.model, usage: usage, cost: cost, gaps: cost.gaps.map(\.description) + gaps,
        knownTotal: try cost.knownTotal())
    } catch {
      throw .overflow
    }
  }

  private func unpriced(_ record: UsageRecord, _ name: String) throws(RecordPricingError) -> PricedRecord {
    PricedRecord(
      model: name, usage: try usage(of: record, nil), cost: nil,
      gaps: [UnknownModel(id: name, knownNames: []).description], knownTotal: .zero)
  }

  private func usage(of record: UsageRecord, _ rate: Rate?) throws(RecordPricingError) -> Usage {
    let usual = rate?.cacheWrites.first?.lifetime ?? .fiveMinutes
    do { return try record.usage(writtenFor: lifetime ?? usual) } catch { throw .usage(error) }
  }
}

/// Why a record of usage cannot be priced.
public enum RecordPricingError: Error, Sendable, Hashable {
  /// Neither the record nor the caller names a model.
  case noModel
  /// The numbers cannot be.
  case usage(UsageError)
  /// The cost cannot be held exactly.
  case overflow
}

extension RecordPricingError: CustomStringConvertible {
  /// One sentence, with what to do.
  public var description: String {
    switch self {
    case .noModel: "the record names no model, and none is named for it"
    case .usage(let error): error.description
    case .overflow: PricingError.overflow.description
    }
  }
}
