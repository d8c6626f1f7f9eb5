import TareText

/// Takes out of the findings of one file those that are known.
struct KnownFindings {
  private var left: [Baseline.Key: Int] = [:]
  private var over: [Baseline.Key: Int] = [:]

  init(_ entries: [Baseline.Entry]) {
    for entry in entries {
      left[Baseline.Key(entry), default: 0] += entry.count
      over[Baseline.Key(entry)] = entry.tokensOver
    }
  }

  /// What of `finding` is new; `nil` where all of it is known. Each place is known as often as it was there.
  mutating func remaining(of finding: Finding, in source: SourceText) -> Finding? {
    guard !left.isEmpty else { return finding }
    return finding.remaining { take(Baseline.Key(finding.code, $0, in: source), tokensOver: finding.tokensOver) }
  }

  private mutating func take(_ key: Baseline.Key, tokensOver: Int?) -> Bool {
    guard let count = left[key], count > 0 else { return false }
    if let tokensOver, let allowed = over[key], tokensOver > allowed { return false }
    left[key] = count - 1
    return true
  }

  /// Whether nothing is known.
  var isEmpty: Bool { left.isEmpty }

  /// What was known and is not there any more.
  var unseen: [Baseline.Entry] {
    left.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
      Baseline.Entry(code: $0.key.code, content: $0.key.content, count: $0.value, tokensOver: over[$0.key])
    }
  }
}
