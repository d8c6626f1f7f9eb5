extension Growth {
  /// The growth that `10%` or `200` names; `nil` for any other text, and for growth below nothing.
  public init?(_ text: some StringProtocol) {
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
      return nil
    }
    self = text.hasSuffix("%") ? .percent(number) : .tokens(number)
  }
}

extension Growth: CustomStringConvertible {
  /// The text it was read from.
  public var description: String {
    switch self {
    case .tokens(let tokens): "\(tokens)"
    case .percent(let percent): "\(percent)%"
    }
  }
}
