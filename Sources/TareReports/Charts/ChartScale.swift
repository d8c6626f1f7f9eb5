/// Turns amounts into whole units of a drawing: every amount of the chart fits between 0 and a length.
///
/// It is integer arithmetic, so that a chart is the same bytes everywhere, and monotone: what is more is never drawn
/// shorter.
struct ChartScale: Sendable {
  private let lowest: Int128
  private let span: Int128
  private let shift: Int128
  private let length: Int

  /// Amounts that need more bits lose their last ones, far below what can be seen, so that no product overflows.
  private static let bits = 96

  /// A scale on which each of `amounts`, and nothing, has its place.
  init(_ amounts: some Collection<Int128>, length: Int) {
    self.init(from: min(0, amounts.min() ?? 0), to: max(0, amounts.max() ?? 0), length: length)
  }

  /// A scale from one amount to a larger one.
  init(from low: Int128, to high: Int128, length: Int) {
    let used = Int128.bitWidth - max(low.magnitude, high.magnitude).leadingZeroBitCount
    shift = Int128(max(0, used - Self.bits))
    lowest = low >> shift
    span = max(1, (high >> shift) - lowest)
    self.length = length
  }

  /// The place of `amount`, from 0 to the length; what lies outside the scale is at its end.
  func position(of amount: Int128) -> Int {
    let distance = min(max((amount >> shift) - lowest, 0), span)
    return Int((distance * Int128(length) + span / 2) / span)
  }

  /// The place of nothing, or the end of the scale that lies nearer to it.
  var zero: Int { position(of: 0) }
}
