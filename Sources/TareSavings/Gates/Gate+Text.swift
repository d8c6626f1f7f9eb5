import TarePricing

/// Why a text is no gate.
public struct GateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence with what was found and what was expected.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Gate {
  /// The gate of that name with the limit that `text` states: dollars, a share such as `10%`, a number of tokens or of
  /// days, or a word, as ``ID/limitText`` says.
  ///
  /// - Throws: ``GateError`` for a limit that is missing, is there and should not be, or is of another kind.
  public init(_ id: ID, limit text: String?) throws(GateError) {
    guard let text else {
      guard id == .unknownModel else { throw GateError("\(id.rawValue) needs a limit: \(id.limitText ?? "")") }
      self = .unknownModel
      return
    }
    guard id != .unknownModel else { throw GateError("unknown-model takes no limit, and here is \"\(text)\"") }
    guard let gate = Self.gate(id, text) else {
      throw GateError("\(id.rawValue) takes \(id.limitText ?? ""), and here is \"\(text.prefix(40))\"")
    }
    self = gate
  }

  private static func gate(_ id: ID, _ text: String) -> Gate? {
    switch id {
    case .monthlyIncrease: dollars(text).map { .monthlyIncrease($0) }
    case .growth: perMille(text).map { .growth(perMille: $0) }
    case .promptTokens: number(text).map { .promptTokens($0) }
    case .contextShare: perMille(text).map { .contextShare(perMille: $0) }
    case .unknownModel: nil
    case .staleCatalogue: number(text).map { .staleCatalogue(days: $0) }
    case .exactness: Exactness(rawValue: text).map { .exactness($0) }
    case .claimedSaving: ClaimedSaving(text).map { .claimedSaving($0) }
    }
  }

  /// The limit as it is written; `nil` for a gate without one.
  public var limitText: String? {
    switch self {
    case .monthlyIncrease(let money): "$\(money.decimalText)"
    case .growth(let share), .contextShare(let share): percentText(share)
    case .promptTokens(let tokens): "\(tokens)"
    case .unknownModel: nil
    case .staleCatalogue(let days): "\(days)"
    case .exactness(let exactness): exactness.rawValue
    case .claimedSaving(.tokens(let tokens)): "\(tokens) tokens"
    case .claimedSaving(.perMonth(let money)): "$\(money.decimalText)"
    case .claimedSaving(.share(let share)): percentText(share)
    }
  }

  fileprivate static func dollars(_ text: String) -> Money? {
    let digits = text.hasPrefix("$") ? String(text.dropFirst()) : text
    guard let money = try? Money(dollars: digits), !money.isNegative else { return nil }
    return money
  }

  /// A share such as `10%` or `2.5%`, in thousandths.
  fileprivate static func perMille(_ text: String) -> Int? {
    guard text.hasSuffix("%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, let whole = number(String(parts[0])), whole <= 1_000_000 else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].utf8.count == 1, let tenth = number(String(parts[1])) else { return nil }
    return whole * 10 + tenth
  }

  fileprivate static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return Int(text)
  }
}

extension Gate.ClaimedSaving {
  /// `15%` of the net cost, `$40` a month, or `500 tokens` of a request.
  fileprivate init?(_ text: String) {
    if let share = Gate.perMille(text) {
      self = .share(perMille: share)
    } else if text.hasPrefix("$"), let money = Gate.dollars(text) {
      self = .perMonth(money)
    } else if text.hasSuffix(" tokens"), let tokens = Gate.number(String(text.dropLast(7))) {
      self = .tokens(tokens)
    } else {
      return nil
    }
  }
}

extension Gate.ID {
  /// What its limit is, with an example; `nil` for one without a limit.
  public var limitText: String? {
    switch self {
    case .monthlyIncrease: "dollars a month such as 50"
    case .growth, .contextShare: "a share such as 10%"
    case .promptTokens: "a number of tokens such as 4000"
    case .unknownModel: nil
    case .staleCatalogue: "a number of days such as 60"
    case .exactness: Gate.Exactness.allCases.map(\.rawValue).joined(separator: ", ")
    case .claimedSaving:
      "a share of the net cost such as 15%, dollars a month such as $40, or a number such as \"500 tokens\""
    }
  }
}

func percentText(_ perMille: Int) -> String {
  perMille % 10 == 0 ? "\(perMille / 10)%" : "\(perMille / 10).\(perMille % 10)%"
}
