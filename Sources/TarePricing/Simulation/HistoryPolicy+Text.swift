extension HistoryPolicy: CustomStringConvertible {
  /// The form of the command line: `full`, `sliding:4000`, `watermark:4000:2000`, `watermark-cold:4000:2000`,
  /// `cold:2000`, `summary:4000:2000`, `summary-each-turn:3`; sizes of a summary follow where they are not the usual ones.
  public var description: String {
    switch self {
    case .full: "full"
    case .sliding(let limit): "sliding:\(limit)"
    case .watermark(let high, let low, let isCold): "watermark\(isCold ? "-cold" : ""):\(high):\(low)"
    case .whenCold(let low): "cold:\(low)"
    case .summaryOnOverflow(let high, let low, let summary): "summary:\(high):\(low)\(summary.suffix)"
    case .summaryEachTurn(let turns, let summary): "summary-each-turn:\(turns)\(summary.suffix)"
    }
  }

  /// The policy that `text` names in the form of ``description``; `nil` for any other form.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().compactMap { $0.first == "+" ? nil : Int($0) }
    guard numbers.count == parts.count - 1, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    switch (parts[0], numbers.count) {
    case ("full", 0): self = .full
    case ("sliding", 1): self = .sliding(limit: numbers[0])
    case ("watermark", 2): self = .watermark(high: numbers[0], low: numbers[1])
    case ("watermark-cold", 2): self = .watermark(high: numbers[0], low: numbers[1], alsoWhenCold: true)
    case ("cold", 1): self = .whenCold(low: numbers[0])
    case ("summary", 2...4):
      self = .summaryOnOverflow(high: numbers[0], low: numbers[1], Summary(numbers.dropFirst(2)))
    case ("summary-each-turn", 1...3):
      self = .summaryEachTurn(keeping: numbers[0], Summary(numbers.dropFirst()))
    default: return nil
    }
  }
}

extension HistoryPolicy.Summary {
  /// Sizes in the order of the initializer, the usual one for each that is missing.
  fileprivate init(_ sizes: ArraySlice<Int>) {
    let usual = Self()
    self.init(
      tokens: sizes.first ?? usual.tokens, instructionTokens: sizes.dropFirst().first ?? usual.instructionTokens)
  }

  fileprivate var suffix: String {
    if self == Self() { return "" }
    return ":\(tokens)" + (instructionTokens == Self().instructionTokens ? "" : ":\(instructionTokens)")
  }
}
