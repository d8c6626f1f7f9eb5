public import TarePricing
public import TareText

/// A model's rate together with the catalogue it stands in, whose day and source every report shows.
public struct PriceTag: Sendable, Hashable {
  /// The rate.
  public let rate: Rate
  /// The day the prices were read.
  public let date: CalendarDate
  /// Where they were read.
  public let source: String

  /// The time whose prices the rate has; `nil` for those of the day they were read.
  public let time: PriceTime?

  /// Who chose the model.
  public let choice: Choice

  /// Who chose a model: a report says so, lest a default pass for a fact.
  public enum Choice: Sendable, Hashable {
    /// The caller named it.
    case named
    /// Nobody did.
    case byDefault
  }

  /// The rate of a model as `catalogue` has it.
  public init(_ rate: Rate, in catalogue: RateCatalogue, choice: Choice = .named) {
    self.init(rate, at: nil, date: catalogue.date, source: catalogue.source, choice)
  }

  private init(_ rate: Rate, at time: PriceTime?, date: CalendarDate, source: String, _ choice: Choice) {
    (self.rate, self.time, self.choice) = (rate, time, choice)
    (self.date, self.source) = (date, source)
  }

  /// The same with the prices that are known for `time`.
  public func at(_ time: PriceTime) -> PriceTag {
    PriceTag(rate.at(time), at: time, date: date, source: source, choice)
  }
}
