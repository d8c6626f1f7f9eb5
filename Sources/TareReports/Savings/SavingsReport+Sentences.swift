import TareModels
import TarePricing
import TareSavings
import TareText

extension SavingsReport {
  /// What the change comes to, in one sentence: tokens first, then money, net of caching before gross.
  var headline: String {
    guard !prompts.isEmpty else { return "No prompt differs" }
    guard let tokens else { return extent + costHeadline }
    let size =
      tokens.delta == 0
      ? "The same number of input tokens"
      : "\(Int(tokens.delta.magnitude).grouped) \(tokens.delta < 0 ? "fewer" : "more") input token"
        + (tokens.delta.magnitude == 1 ? "" : "s")
    let share = tokens.delta == 0 ? "" : tokens.percentage.map { " (\($0))" } ?? ""
    return size + share + costHeadline
  }

  private var costHeadline: String {
    guard price != nil else { return "" }
    let costs = CostColumns(prompts.map(\.perThousand))
    let net = costs.net.total.map { "\($0.direction) net of caching" }
    let gross = costs.gross.total.map { "\($0.direction) gross" }
    return "; 1,000 requests cost " + (net ?? "an unknown sum net of caching") + ", "
      + (gross ?? "an unknown sum gross")
  }

  /// How many prompts differ and how many do not.
  var extent: String {
    let count = prompts.count == 1 ? "1 prompt differs" : "\(prompts.count.grouped) prompts differ"
    return count + (unchangedCount == 0 ? "" : ", \(unchangedCount.grouped) the same")
  }

  /// The model and how its tokens were counted.
  var modelText: String? {
    price.map { price in
      let choice = price.choice == .byDefault ? ", the default model" : ""
      return
        "\(price.rate.model) (\(price.rate.provider)\(choice)), tokens \(tokens?.basis ?? models[0].tokenizer.basis)"
    }
  }
}

extension MoneyColumn.Cell {
  /// The difference in words: `$1.20 less`, `$0.30 more`, `the same`.
  fileprivate var direction: String {
    switch delta.utf8.first {
    case UInt8(ascii: "-"): "\(delta.dropFirst()) less"
    case UInt8(ascii: "+"): "\(delta.dropFirst()) more"
    default: "the same"
    }
  }
}

extension PromptSavings {
  /// The name, with the one before where it was renamed.
  var nameText: String { (previousPath.map { shownName($0) + " -> " } ?? "") + shownName(path) }

  /// How much of the start stays the same, where both versions exist and differ.
  var sharedPrefixText: String? {
    guard let sharedPrefix else { return nil }
    guard let offset = sharedPrefix.firstChange, let location = sharedPrefix.location else {
      return change == .changed ? "what is sent stays the same" : nil
    }
    let tokens = sharedPrefix.tokens == 1 ? "token before it stays" : "tokens before it stay"
    let same = "\(sharedPrefix.tokens.grouped) \(tokens) the same"
    return "first change at \(location) (byte \(offset.grouped)); \(same)"
  }
}

extension Notice {
  /// What it means, in one sentence with the number that decides.
  var sentence: String {
    switch self {
    case .exceedsInputLimit(let limit): "longer than the \(limit.grouped) input tokens a request may have"
    case .fallsBelowCacheFloor(let minimum):
      "its stable start falls below the \(minimum.grouped) tokens from which it is cached: every request pays in full"
    case .entersLongContext(let from): "from \(from.grouped) input tokens on the whole request has a dearer price"
    case .reachesCacheFloor(let minimum):
      "its stable start reaches the \(minimum.grouped) tokens from which it is cached"
    case .leavesLongContext(let from):
      "below \(from.grouped) input tokens the request no longer has the dearer price of long ones"
    }
  }

  /// Whether the change makes something worse.
  var isWarning: Bool {
    switch self {
    case .exceedsInputLimit, .fallsBelowCacheFloor, .entersLongContext: true
    case .reachesCacheFloor, .leavesLongContext: false
    }
  }
}
