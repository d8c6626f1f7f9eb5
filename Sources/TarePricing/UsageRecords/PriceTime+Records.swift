import TareText

extension PriceTime {
  /// The day and hour that so many seconds after the beginning of 1970 are; `nil` outside the years 1970 to 9999.
  init?(secondsSince1970 seconds: Int) {
    guard 0..<253_402_300_800 ~= seconds else { return nil }
    let hour = seconds % 86_400 / 3_600
    // Days since 1 March of the year 0, in cycles of 400 years, as in Hinnant's days-to-civil algorithm.
    let days = seconds / 86_400 + 719_468
    let (cycle, dayOfCycle) = (days / 146_097, days % 146_097)
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    self.init("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(hour, 2))")
  }

  /// A time of ISO 8601 in UTC, fractions of seconds allowed; `nil` for other zones, of which the day is uncertain.
  init?(universal text: String) {
    var text = text.hasSuffix("+00:00") ? String(text.dropLast(6)) : text
    if text.hasSuffix("Z") { text.removeLast() }
    if let point = text.lastIndex(of: ".") { text = String(text[..<point]) }
    self.init(text.count == 19 ? String(text.prefix(10)) + "T" + text.suffix(8) : text)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
