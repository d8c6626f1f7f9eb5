import TareSavings

extension Int {
  /// The number with commas between each three digits: `1,234,567`.
  var grouped: String {
    let digits = Array(String(magnitude).utf8)
    var bytes: [UInt8] = self < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number with commas and its sign, which 0 has none of.
  var signed: String { (self > 0 ? "+" : "") + grouped }
}

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
