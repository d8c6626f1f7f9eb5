import TareJSON
import TareTokens

extension Ledger {
  /// The ledger that ``writeCached(to:)`` wrote; `nil` where that is damaged.
  init?(cached value: JSONValue) {
    let numbers = value.elements.dropFirst().compactMap(\.integer)
    guard let basis = value.elements.first.flatMap(TokenCount.Basis.init(cached:)), numbers.count == 5 else {
      return nil
    }
    self.init(
      sent: TokenCount(numbers[0], basis: basis), wasted: numbers[1], safelyFixable: numbers[2], stable: numbers[3],
      wastedStable: numbers[4])
  }

  func writeCached(to array: inout JSONWriter) {
    basis.writeCached(to: &array)
    for number in [sent, wasted, safelyFixable, stable, wastedStable] { array.value(number) }
  }
}

extension TokenCount.Basis {
  /// An estimate is kept as its band, and any other basis as its name.
  fileprivate init?(cached value: JSONValue) {
    if let band = value.integer {
      self = .estimated(band: band)
      return
    }
    let kinds: [Self] = [.exact, .assumed, .reconstructed]
    guard let kind = kinds.first(where: { $0.name == value.string }) else { return nil }
    self = kind
  }

  fileprivate func writeCached(to array: inout JSONWriter) {
    if case .estimated(let band) = self { array.value(band) } else { array.value(name) }
  }
}
