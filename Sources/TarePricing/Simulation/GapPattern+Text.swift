extension GapPattern: CustomStringConvertible {
  /// The text that names it: a preset, one pause, or a histogram.
  public var description: String {
    switch self {
    case .constant(let seconds): secondsText(seconds)
    case .listed(let gaps): gaps.map(secondsText).joined(separator: ",")
    case .drawn(let histogram, _):
      GapHistogram.presets.first { $0.histogram == histogram }?.name
        ?? histogram.bins.map { "\(secondsText($0.seconds)):\($0.percent)" }.joined(separator: ",")
    }
  }
}

private func secondsText(_ seconds: Int) -> String {
  if seconds > 0, seconds % 3_600 == 0 { return "\(seconds / 3_600)h" }
  return seconds > 0 && seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
}
