import TarePricing
public import TareSavings
import TareText

extension SavingsReport {
  /// What the change comes to, in one sentence: tokens first, then money, net of caching before gross.
  public var headline: String {
    guard !prompts.isEmpty else { return "No prompt differs" }
    return tokensHeadline + costHeadline
  }

  private var tokensHeadline: String {
    guard let tokens else { return "\(counted(prompts.count, "prompt")) of \(models.count.grouped) models differ" }
    guard tokens.delta != 0 else { return "The same number of input tokens" }
    let number = Int(clamping: tokens.delta.magnitude)
    let share = tokens.percentage.map { " (\($0) of \(tokens.before.grouped))" } ?? ""
    return "\(number.grouped) \(tokens.delta < 0 ? "fewer" : "more") input token\(number == 1 ? "" : "s")\(share)"
  }

  private var costHeadline: String {
    guard hasPrices else { return "" }
    let isMonthly = withoutVolumeCount == 0
    let costs = isMonthly ? CostColumns.perMonth(self) : .perThousand(self)
    let (net, gross) = (costs.net.total(of: costs.prompts), costs.gross.total(of: costs.prompts))
    guard net != nil || gross != nil else { return "; what they cost is not known" }
    let subject = isMonthly ? "a month costs" : "1,000 requests cost"
    return
      "; \(subject) \(net?.direction ?? "an unknown sum") net of caching, \(gross?.direction ?? "an unknown sum") gross"
  }

  /// How many prompts differ and how many do not.
  var extent: String {
    let count = prompts.count == 1 ? "1 prompt differs" : "\(prompts.count.grouped) prompts differ"
    return count + (unchangedCount == 0 ? "" : ", \(unchangedCount.grouped) the same")
  }

  /// At most so many models or places are named; a long list would drown the report.
  private static let namedCount = 5

  /// The models and how their tokens were counted; empty where only tokens are compared, in one encoding.
  var modelTexts: [String] {
    guard hasPrices || models.count > 1 else { return [] }
    guard models.count > 1 else { return models.map(\.sentence) }
    let shown = models.prefix(Self.namedCount).map { "\($0.sentence): \(counted($0.promptCount, "prompt"))" }
    let more = models.count - shown.count
    return shown + (more > 0 ? ["\(more.grouped) more"] : [])
  }

  /// What is missing, as a sentence with names as `shown` shows them; `nil` where nothing is.
  func unreadSentence(_ shown: (String) -> String) -> String? {
    guard !unread.isEmpty else { return nil }
    let names = unread.prefix(Self.namedCount).map(shown).joined(separator: ", ")
    let more = unread.count > Self.namedCount ? " and \((unread.count - Self.namedCount).grouped) more" : ""
    return "Incomplete: \(names)\(more) could not be read and \(unread.count == 1 ? "is" : "are") missing here."
  }
}

extension MoneyColumn.Cell {
  /// The difference in words: `$1.20 less (-20.0% of $6.00)`, `$0.30 more`, `the same`.
  fileprivate var direction: String {
    let of = share.map { " (\($0) of \(before))" } ?? ""
    return switch delta.utf8.first {
    case UInt8(ascii: "-"): "\(delta.dropFirst()) less\(of)"
    case UInt8(ascii: "+"): "\(delta.dropFirst()) more\(of)"
    default: "the same"
    }
  }
}
