import ArgumentParser
import Tare

/// `tare count --max-tokens`: each file is counted up to the limit and no further.
struct LimitedCount {
  private let command: CountCommand
  private let maxTokens: Int
  private let choice: EncodingChoice

  init(_ command: CountCommand, _ maxTokens: Int, _ choice: EncodingChoice) {
    self.command = command
    self.maxTokens = maxTokens
    self.choice = choice
  }

  func run() throws {
    var discovery = InputDiscovery(command.paths, hiddenNames: PromptFormat.hiddenNames)
    var rows: [LimitReport.Row] = []
    for path in discovery.paths {
      do throws(CommandError) { rows.append(try row(path)) } catch { discovery.fail(path, error) }
    }
    discovery.sayWhatWasNotRead()
    let failures = discovery.errors
    let report = LimitReport(
      encoding: choice.encoding, basis: choice.basis, model: choice.model, maxTokens: maxTokens, rows: rows)
    if !rows.isEmpty || failures.isEmpty {
      try StandardOutput.write(command.format == .json ? report.json : report.text, orTo: command.outputFile)
    }
    if !failures.isEmpty { throw ExitCode.badInput }
    if report.overCount > 0 { throw ExitCode.findings }
  }

  private func row(_ path: String) throws(CommandError) -> LimitReport.Row {
    let isEstimate = choice.tokenizer.estimate != nil
    var parts = try InputParts(path: path)
    var check = TextCheck(of: parts.name)
    var counter = StreamCounter(Tokenizer(choice.encoding))
    var composition = CompositionCounter(Tokenizer(choice.encoding))
    var bytes = 0
    while let part = try parts.next() {
      try check.append(part)
      counter.append(part.span)
      bytes += part.count
      // What a token of an estimate is worth shows when all is read.
      if isEstimate {
        composition.append(part[...])
      } else if counter.counted > maxTokens {
        return LimitReport.Row(path: parts.name, bytes: parts.size, tokens: nil, basis: choice.basis)
      }
    }
    try check.finish()
    let scale = choice.tokenizer.scale(for: composition.finish())
    let tokens = counter.finish()
    guard tokens <= scale.limit(maxTokens) else {
      return LimitReport.Row(path: parts.name, bytes: parts.size, tokens: nil, basis: scale.basis)
    }
    return LimitReport.Row(path: parts.name, bytes: bytes, tokens: scale.modelTokens(tokens), basis: scale.basis)
  }
}
