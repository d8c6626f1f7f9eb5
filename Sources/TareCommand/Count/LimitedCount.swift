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
    let file = try InputFile.read(path)
    let utf8 = try file.text().utf8
    let scale = choice.scale(of: utf8)
    let tokens = Tokenizer(choice.encoding).count(utf8.span, upTo: scale.limit(maxTokens))
    return LimitReport.Row(
      path: file.path, bytes: utf8.count, tokens: tokens.map { scale.modelTokens($0) }, basis: scale.basis)
  }
}
