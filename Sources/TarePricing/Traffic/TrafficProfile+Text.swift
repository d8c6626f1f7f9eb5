extension TrafficProfile {
  /// How many of a million requests are sent again, where `text` is a share such as `5%` or `0.05`.
  ///
  /// - Throws: ``DecimalTextError`` for a text that is no such number, is below 0 or above 1.
  public static func retriesPerMillion(_ text: String) throws(DecimalTextError) -> Int {
    let isPercent = text.hasSuffix("%")
    let steps = try decimalSteps(of: isPercent ? String(text.dropLast()) : text, places: isPercent ? 4 : 6)
    guard steps >= 0 else { throw DecimalTextError(code: .malformed, text: text) }
    guard steps <= 1_000_000 else { throw DecimalTextError(code: .tooLarge, text: text) }
    return Int(steps)
  }
}
