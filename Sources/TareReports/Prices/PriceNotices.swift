import TarePricing
import TareText

extension Rate {
  /// What about the prices of a time may mislead, one sentence each.
  func notices(at time: PriceTime?, catalogue: RateCatalogue) -> [String] {
    notices(at: time, pricesOf: catalogue.date)
  }

  /// The same for prices that were read on `date`.
  func notices(at time: PriceTime?, pricesOf date: CalendarDate) -> [String] {
    let day = time?.day ?? date
    var notices: [String] = []
    if let retires, retires <= day { notices.append("\(model) was switched off on \(retires).") }
    if let retires, retires > day { notices.append("\(model) is switched off on \(retires).") }
    if offPeak != nil { notices.append("\(model) is cheaper outside its peak hours; the peak prices are taken.") }
    if let change = changes.first {
      notices.append("From \(change.from) on the input price of \(model) is \(change.input.perMillion) a million.")
    }
    if source.agrees == false { notices.append("A second source has other prices for \(model).") }
    return notices
  }
}

extension RateCatalogue {
  /// Whose prices a report has and of which day.
  func sentence(at time: PriceTime?) -> String { pricesSentence(of: date, source, at: time) }
}

/// Whose prices a report has: read on `date`, and those that are known for `time`.
func pricesSentence(of date: CalendarDate, _ source: String, at time: PriceTime?) -> String {
  let origin = "Prices are those of \(date) (\(source))"
  guard let time else { return origin + "." }
  if time.day < date { return origin + "; none are known for \(time), before that, and these are taken." }
  return origin + ", as announced by then for \(time)\(ageText(of: date, at: time))."
}

/// What makes prices of `date` doubtful at `time`; nothing where they are fresh.
///
/// Providers changed prices every month of 2026, so that two months bring more than one round of changes.
func ageText(of date: CalendarDate, at time: PriceTime) -> String {
  let days = date.days(until: time.day)
  guard days > stalePriceDays else { return "" }
  return ", which is \(days.grouped) days later: prices may have changed since (tare models check compares them)"
}

/// After how many days prices are called old.
private let stalePriceDays = 60
