public import TareText

extension Rate {
  /// The rate as it is at `time`: with the prices that began by then, and outside peak hours with those.
  ///
  /// Where no hour is stated, the prices of peak hours hold, which are the dearer ones. Of the prices before the
  /// catalogue's own day nothing is known; those of its day are taken. A price of which an announcement says nothing,
  /// such as that of a batch, is not known from then on.
  public func at(_ time: PriceTime) -> Rate {
    let begun = changes.filter { $0.from <= time.day }
    var rate = self
    if let change = begun.last { rate.adopt(change) }
    rate.changes = changes.filter { $0.from > time.day }
    if let offPeak = rate.offPeak, let hour = time.hour {
      if !offPeak.isPeak(hour, on: time.day) { rate.adopt(offPeak) }
      rate.offPeak = nil
    }
    return rate
  }

  private mutating func adopt(_ change: PriceChange) {
    (input, cachedInput, output) = (change.input, change.cachedInput, change.output)
    (cacheStorage, cacheWrites) = (change.cacheStorage, change.cacheWrites)
    (batch, longContext, offPeak) = (change.batch, change.longContext, nil)
  }

  private mutating func adopt(_ prices: OffPeakPrices) {
    (input, cachedInput, output) = (prices.input, prices.cachedInput, prices.output)
  }
}

extension OffPeakPrices {
  /// Whether the peak prices hold in the hour of UTC that begins at `hour`.
  public func isPeak(_ hour: Int, on day: CalendarDate) -> Bool {
    guard peakDays != "weekdays" || day.isWeekday else { return false }
    return peakHours.contains { $0.contains(hour) }
  }
}

extension CalendarDate {
  /// Whether the day is a Monday to a Friday, by Sakamoto's congruence.
  fileprivate var isWeekday: Bool {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    let sundayBased = (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
    return 1...5 ~= sundayBased
  }
}
