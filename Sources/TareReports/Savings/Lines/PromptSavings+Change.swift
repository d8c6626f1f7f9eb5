import TareSavings
import TareText

/// A change in thousandths as people read it: `-20.0%`.
func shareText(_ thousandths: Int) -> String {
  let sign = thousandths > 0 ? "+" : thousandths < 0 ? "-" : ""
  return "\(sign)\(Int(thousandths.magnitude / 10).grouped).\(thousandths.magnitude % 10)%"
}

extension TokenDelta {
  /// The change as a share, `-20.0%`; `nil` where there was nothing before.
  var percentage: String? { changeInThousandths.map(shareText) }
}

extension PromptSavings {
  /// What stands in the column of changes: a share, or the word for what has none.
  var changeText: String {
    switch change {
    case .new, .gone: change.rawValue
    case .changed, .renamed: tokens.percentage ?? "-"
    }
  }

  /// What became of its tokens, in one phrase.
  var tokensText: String {
    switch change {
    case .new: "new, \(counted(tokens.after, "token"))"
    case .gone: "gone, \(tokens.before.grouped) before"
    case .changed, .renamed:
      "\(counted(tokens.after, "token")), \(tokens.before.grouped) before"
        + (tokens.percentage.map { " (\($0))" } ?? "")
    }
  }
}
