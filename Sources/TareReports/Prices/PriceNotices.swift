import TarePricing
import TareText

extension Rate {
  /// What about the prices of a time may mislead, one sentence each.
  func notices(at time: PriceTime?, catalogue: RateCatalogue) -> [String] {
    let day = time?.day ?? catalogue.date
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
  return origin + ", as announced by then for \(time)."
}
