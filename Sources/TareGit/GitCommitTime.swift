/// When a commit was made, and by which clock.
public struct GitCommitTime: Sendable, Hashable {
  /// Seconds since the beginning of 1970, in UTC.
  public let seconds: Int
  /// By how many seconds the clock of whoever made it was before UTC.
  let zone: Int

  /// The time in `committer NAME <ADDRESS> SECONDS +HHMM` of a commit, or `nil` for any other form.
  init?(commit: [UInt8]) {
    let header = commit.split(separator: 0x0A, omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    guard let line = header.first(where: { $0.starts(with: "committer ".utf8) }) else { return nil }
    let fields = line.split(separator: 0x20).suffix(2).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 2, let seconds = Int(fields[0]), let zone = Int(fields[1]), abs(seconds) < 1 << 40,
      abs(zone) < 10_000
    else { return nil }
    (self.seconds, self.zone) = (seconds, (zone / 100 * 60 + zone % 100) * 60)
  }

  /// The day, where whoever made it was: `2026-11-20`.
  public var day: String { civilDay(Self.days(seconds + zone)) }

  /// Whole days since 1970, also for times before it.
  private static func days(_ seconds: Int) -> Int { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }
}

/// The day that lies so many days behind 1970-01-01, in the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", 2013): years begin in March, so that the day that some years have is the last.
func civilDay(_ days: Int) -> String {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
