import TarePricing
public import TareSavings

extension HistoryReport {
  /// One line for each commit, newest first, with a line of heads; what is not known is empty.
  public var csv: String {
    let head = [
      "commit", "day", "author", "subject", "change", "state", "prompts", "unreadable", "tokens", "stableTokens",
      "tokensBefore", "delta", "deltaPerMille", "usdPer1000Net", "usdPer1000Gross", "usdPerMonthNet",
      "usdPerMonthGross",
    ]
    return csvText([head] + entries.map(cells))
  }

  private func cells(_ entry: HistoryEntry) -> [String] {
    let numbers = [
      entry.total.promptCount, entry.total.unreadable.count, entry.knownTokens,
      entry.knownTokens.map { _ in entry.total.stableTokens },
      entry.tokens?.before, entry.tokens?.delta, entry.tokens?.changeInThousandths,
    ]
    let money = [
      entry.total.perThousand?.net, entry.total.perThousand?.gross, entry.total.perMonth?.net,
      entry.total.perMonth?.gross,
    ]
    let commit = entry.commit
    return [commit.id, commit.day, commit.author, commit.subject, entry.change.rawValue, entry.total.state.rawValue]
      + numbers.map { $0.map(String.init) ?? "" } + money.map { $0?.decimalText ?? "" }
  }
}
