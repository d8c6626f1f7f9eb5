import Tare

extension DiffSides {
  /// More prompts than this have no trend that could be read.
  private static let historyLimit = 200

  /// What the prompts of `report` came to at each commit between the two that are compared; `nil` where they are no
  /// commits, where several models count the prompts, and where git does not tell, since a page without a trend is
  /// better than none and `tare log` says why.
  func history(of report: SavingsReport, below folder: String, _ uses: PromptUses, _ selection: PromptSelection)
    -> HistoryReport?
  {
    guard case .commits(let base, let head, let isFromMergeBase, _) = self, report.models.count == 1,
      report.prompts.count <= Self.historyLimit
    else { return nil }
    let paths = report.prompts.map { folder.isEmpty ? $0.path : "\(folder)/\($0.path)" }
    guard let target = try? LogTarget([base + (isFromMergeBase ? "..." : "..") + head] + paths) else { return nil }
    return try? PromptLog(target: target, limit: nil, uses: uses, selection: selection).report()
  }
}
