/// How long a cache entry lives after it was last used.
public struct CacheLifetime: Sendable, Hashable {
  /// The lifetime in seconds, above 0.
  public let seconds: Int

  /// Five minutes.
  public static let fiveMinutes = CacheLifetime(minutes: 5)
  /// Thirty minutes.
  public static let thirtyMinutes = CacheLifetime(minutes: 30)
  /// One hour.
  public static let oneHour = CacheLifetime(minutes: 60)
  /// Twelve hours.
  public static let twelveHours = CacheLifetime(minutes: 720)

  /// The lifetime that minutes such as `30m` or hours such as `12h` name, or `nil` for any other form.
  public init?(_ text: String) {
    guard let unit = text.utf8.last, let count = Int(text.dropLast()), 1...100_000 ~= count else { return nil }
    switch unit {
    case UInt8(ascii: "m"): self.init(minutes: count)
    case UInt8(ascii: "h"): self.init(minutes: count * 60)
    default: return nil
    }
  }

  private init(minutes: Int) {
    seconds = minutes * 60
  }
}

extension CacheLifetime: Comparable {
  /// Orders by length.
  public static func < (left: CacheLifetime, right: CacheLifetime) -> Bool { left.seconds < right.seconds }
}

extension CacheLifetime: CustomStringConvertible {
  /// Hours where they come out even, otherwise minutes: `1h`, `90m`.
  public var description: String { seconds % 3_600 == 0 ? "\(seconds / 3_600)h" : "\(seconds / 60)m" }
}
