import Tare

/// Counts one file: as it is read, so that its size does not matter, unless it is to be normalised as well.
struct FileCounter: Sendable {
  let counting: NormalizedCounting
  /// How many stretches of one file are counted at a time.
  private let threads: Int

  init(_ counting: NormalizedCounting, threads: Int = 1) {
    self.counting = counting
    self.threads = threads
  }

  /// The row of the file at `path`, or of standard input for `-`.
  func row(_ path: String) throws(CommandError) -> CountReport.Row {
    guard !counting.names.isEmpty else {
      return threads > 1 ? try threadedRow(path) : try streamedRow(path)
    }
    let file = try InputFile.read(path)
    return counting.row(file.path, try file.text().utf8)
  }

  private func threadedRow(_ path: String) throws(CommandError) -> CountReport.Row {
    let outcome: Result<CountReport.Row, CommandError>
    do {
      outcome = try waiting { await result(of: path) }
    } catch {
      throw .input(path, describe(error))
    }
    return try outcome.get()
  }

  /// Counts the file by all threads together.
  private func result(of path: String) async -> Result<CountReport.Row, CommandError> {
    do throws(CommandError) {
      var parts = try InputParts(path: path)
      var check = TextCheck(of: parts.name)
      var counter = BlockCounter(counting.tokenizer, workers: threads)
      var composition = CompositionCounter(counting.tokenizer)
      var bytes = 0
      while let part = try parts.next() {
        try check.append(part)
        await counter.append(part)
        if counting.isEstimate { composition.append(part[...]) }
        bytes += part.count
      }
      try check.finish()
      let tokens = await counter.finish()
      return .success(row(parts.name, bytes: bytes, tokens: tokens, composition.finish()))
    } catch {
      return .failure(error)
    }
  }

  private func row(_ name: String, bytes: Int, tokens: Int, _ composition: TextComposition) -> CountReport.Row {
    let scale = counting.scale(for: composition)
    return CountReport.Row(path: name, bytes: bytes, tokens: scale.modelTokens(tokens), basis: scale.basis)
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
    return row(parts.name, bytes: bytes, tokens: counter.finish(), composition.finish())
  }
}
