import TarePricing
import TareSavings
import TareText

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

  /// What a reader must know, worst first: whether it is a warning, and the sentence.
  var remarks: [(isWarning: Bool, text: String)] {
    let gap =
      priceGap.map {
        [(isWarning: true, text: "its cost\(perThousand == nil ? "" : " net of caching") is not known: \($0)")]
      } ?? []
    return gap + notices.map { ($0.isWarning, $0.sentence) }
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
