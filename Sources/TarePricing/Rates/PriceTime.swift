public import TareText

/// When a request is sent: a day, and an hour where prices depend on it.
public struct PriceTime: Sendable, Hashable {
  /// The day, in UTC.
  public let day: CalendarDate
  /// The hour of the day in UTC, from 0 to 23; `nil` where it is not stated.
  public let hour: Int?

  /// A day, at no stated hour.
  public init(_ day: CalendarDate) {
    self.day = day
    hour = nil
  }

  /// The time that `2026-11-20`, `2026-11-20T14` or `2026-11-20T14:30Z` names, or `nil` for any other form.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = parts.first.flatMap({ CalendarDate($0) }) else { return nil }
    self.day = day
    guard parts.count == 2 else {
      hour = nil
      return
    }
    guard let hour = Self.hour(of: parts[1]) else { return nil }
    self.hour = hour
  }

  private static func hour(of clock: Substring) -> Int? {
    let digits = (clock.last == "Z" ? clock.dropLast() : clock).split(separator: ":", omittingEmptySubsequences: false)
    let numbers = digits.compactMap { $0.utf8.count == 2 && $0.first != "+" ? UInt8($0) : nil }
    guard 1...3 ~= digits.count, numbers.count == digits.count else { return nil }
    guard numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return Int(numbers[0])
  }
}

extension PriceTime: CustomStringConvertible {
  /// The day, and the hour where there is one: `2026-11-20T14Z`.
  public var description: String {
    hour.map { "\(day)T\($0 < 10 ? "0" : "")\($0)Z" } ?? day.description
  }
}
