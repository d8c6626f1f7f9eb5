import TareJSON

/// The hours in which a model is not cheaper, from windows in which it is.
struct OffPeakWindows {
  /// `weekdays` or `daily`.
  let peakDays: String
  /// The dear hours in UTC.
  let peakHours: [Range<Int>]

  /// The members that are read.
  static let members: Set<String> = [
    "input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost", "windows", "weekday_timezone",
  ]

  /// - Throws: ``UnusablePrice`` for windows that a rate cannot hold: parts of hours, days of another time zone, days
  ///   that are neither all alike nor working days and weekends.
  init(_ pricing: JSONValue) throws(UnusablePrice) {
    guard pricing["weekday_timezone"] == nil else {
      throw UnusablePrice(reason: "cheaper hours on days of another time zone")
    }
    var isCheap = Array(repeating: Array(repeating: false, count: 24), count: 7)
    for window in pricing["windows"]?.elements ?? [] {
      let hours = Set(try Self.hours(of: window))
      for day in Set(try Self.days(of: window)) {
        for hour in hours { isCheap[day][hour] = true }
      }
    }
    try self.init(cheapHoursOfDays: isCheap)
  }

  /// From which hours are cheap on each of seven days, Monday first.
  init(cheapHoursOfDays isCheap: [[Bool]]) throws(UnusablePrice) {
    let (workday, weekend) = (isCheap[0], isCheap[5])
    guard isCheap[..<5].allSatisfy({ $0 == workday }), isCheap[5...].allSatisfy({ $0 == weekend }),
      weekend == workday || weekend.allSatisfy(\.self), !workday.allSatisfy(\.self), workday.contains(true)
    else { throw UnusablePrice(reason: "cheaper hours that are not the same on all working days") }
    peakDays = weekend == workday ? "daily" : "weekdays"
    peakHours = Self.ranges(where: workday.map { !$0 })
  }

  private static func ranges(where holds: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for hour in holds.indices where holds[hour] {
      if let last = ranges.last, last.upperBound == hour {
        ranges[ranges.count - 1] = last.lowerBound..<hour + 1
      } else {
        ranges.append(hour..<hour + 1)
      }
    }
    return ranges
  }

  /// Days of the week from 1 for Monday; every day where none is named.
  private static func days(of window: JSONValue) throws(UnusablePrice) -> [Int] {
    guard let named = window["weekdays"] else { return Array(0..<7) }
    let days = named.elements.compactMap { StatedNumber($0)?.count }
    guard days.count == named.elements.count, days.allSatisfy({ 1...7 ~= $0 }) else {
      throw UnusablePrice(reason: "cheaper hours on days that are not numbers from 1 to 7")
    }
    return days.map { $0 - 1 }
  }

  private static func hours(of window: JSONValue) throws(UnusablePrice) -> [Int] {
    let named = window["hours_utc"]
    let texts = named?.string.map { [$0] } ?? named?.elements.compactMap(\.string) ?? []
    guard !texts.isEmpty else { throw UnusablePrice(reason: "cheaper hours that are not stated") }
    var hours: [Int] = []
    for text in texts {
      let bounds = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { wholeHour(of: $0) }
      guard bounds.count == 2 else { throw UnusablePrice(reason: "cheaper hours that are not whole ones") }
      hours += cheapHours(from: bounds[0], to: bounds[1])
    }
    return hours
  }

  /// The hours of one day; a window that ends before it begins goes on in the morning of the same day, and one that
  /// ends when it begins takes all of it.
  static func cheapHours(from start: Int, to end: Int) -> [Int] {
    start < end ? Array(start..<end) : Array(start..<24) + Array(0..<end)
  }

  /// The hour of `04:00`, `04:00:00` or `04:00:00+00:00`, or `nil` for a part of an hour and for anything else.
  static func wholeHour(of text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    let rest = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    guard bytes.count >= 5, [":00", ":00:00", ":00:00Z", ":00:00+00:00"].contains(rest),
      bytes[..<2].allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    let hour = Int(bytes[0] - 48) * 10 + Int(bytes[1] - 48)
    return hour < 25 ? hour % 24 : nil
  }
}
