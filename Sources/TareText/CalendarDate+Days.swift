extension CalendarDate {
  /// How many days later `other` is; below 0 where it is earlier.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// The days since the first of March of the year 0, by counting years from March on, so that a leap day ends one.
  private var dayNumber: Int {
    let (year, month) = month < 3 ? (year - 1, month + 9) : (year, month - 3)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
  }
}
