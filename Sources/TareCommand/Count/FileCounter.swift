import Tare

/// Counts one file: as it is read, so that its size does not matter, unless it is to be normalised as well.
struct FileCounter: Sendable {
  let counting: NormalizedCounting

  init(_ counting: NormalizedCounting) {
    self.counting = counting
  }

  /// The row of the file at `path`, or of standard input for `-`.
  func row(_ path: String) throws(CommandError) -> CountReport.Row {
    guard !counting.names.isEmpty else { return try streamedRow(path) }
    let file = try InputFile.read(path)
    return counting.row(file.path, try file.text().utf8)
  }

  private func streamedRow(_ path: String) throws(CommandError) -> CountReport.Row {
    var parts = try InputParts(path: path)
    var check = TextCheck(of: parts.name)
    var counter = StreamCounter(counting.tokenizer)
    var composition = CompositionCounter(counting.tokenizer)
    var bytes = 0
    while let part = try parts.next() {
      try check.append(part)
      counter.append(part.span)
      if counting.isEstimate { composition.append(part[...]) }
      bytes += part.count
    }
    try check.finish()
    let scale = counting.scale(for: composition.finish())
    return CountReport.Row(
      path: parts.name, bytes: bytes, tokens: scale.modelTokens(counter.finish()), basis: scale.basis)
  }
}
