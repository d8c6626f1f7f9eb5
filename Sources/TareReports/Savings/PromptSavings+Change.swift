import TareSavings

extension TokenDelta {
  /// The change as a share, `-20.0%`; `nil` where there was nothing before.
  var percentage: String? {
    changeInThousandths.map { ($0 > 0 ? "+" : $0 < 0 ? "-" : "") + "\($0.magnitude / 10).\($0.magnitude % 10)%" }
  }
}

extension PromptSavings {
  /// What stands in the column of changes: a share, or the word for what has none.
  var changeText: String {
    switch change {
    case .new, .gone: change.rawValue
    case .changed, .renamed: tokens.percentage ?? "-"
    }
  }
}
