extension Baseline {
  /// Findings that are taken out of a baseline.
  public struct Pruned: Sendable, Hashable {
    /// The file they were in.
    public let path: String
    /// The code of their rule.
    public let code: String
    /// How many there were.
    public let count: Int
  }

  /// The baseline without what was not found any more.
  ///
  /// - Parameters:
  ///   - audits: The files that were audited with what the baseline knows, by the paths it knows them by.
  ///   - isGone: Whether a file that was not audited is not there any more.
  public func pruned(_ audits: [String: FileAudit], isGone: (String) -> Bool) -> (baseline: Baseline, pruned: [Pruned])
  {
    var left = self
    var pruned: [Pruned] = []
    for (path, entries) in files.sorted(by: { $0.key < $1.key }) {
      let unseen = audits[path].map(\.unseen) ?? (isGone(path) ? entries : [])
      pruned += unseen.map { Pruned(path: path, code: $0.code, count: $0.count) }
      left[path] = entries.compactMap { $0.without(unseen) }
    }
    return (left, pruned)
  }
}

extension Baseline.Entry {
  /// What is left once `unseen` is taken away; `nil` for nothing.
  fileprivate func without(_ unseen: [Baseline.Entry]) -> Baseline.Entry? {
    let gone = unseen.filter { $0.code == code && $0.content == content }.reduce(0) { $0 + $1.count }
    guard gone < count else { return nil }
    return Baseline.Entry(code: code, content: content, count: count - gone, tokensOver: tokensOver)
  }
}
