import TareAudit
import TareText

extension PricedAudit {
  /// What was found and is not shown, and why; nothing where all is shown.
  var keptBackSummary: [String] { [letBeSentence, knownSentence, unseenSentence].compactMap(\.self) }

  private var letBeSentence: String? {
    let count = report.files.reduce(0) { $0 + $1.suppressed.count }
    let tokens = report.files.reduce(0) { $0 + $1.suppressionTokens }
    guard count > 0 else { return nil }
    let cost = tokens > 0 ? "; comments that do so send \(tokens.grouped) tokens themselves" : ""
    return "\(count.grouped) \(count == 1 ? "finding is" : "findings are") let be\(cost)."
  }

  private var knownSentence: String? {
    let count = report.files.reduce(0) { $0 + $1.known.count }
    return count > 0 ? "\(count.grouped) known \(count == 1 ? "finding is" : "findings are") not shown." : nil
  }

  private var unseenSentence: String? {
    let places = report.files.reduce(0) { $0 + $1.unseen.reduce(0) { $0 + $1.count } }
    guard places > 0 else { return nil }
    return "\(places.grouped) known \(places == 1 ? "place is" : "places are") mended; --prune-baseline takes "
      + "\(places == 1 ? "it" : "them") out."
  }
}
