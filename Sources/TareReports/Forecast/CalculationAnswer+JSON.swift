import TareJSON
public import TarePricing
import TareText

extension CalculationAnswer {
  /// What comes out as one line of JSON, without a line feed.
  public var jsonLine: [UInt8] {
    var writer = JSONWriter()
    writer.object { answer in
      if let id { answer.member("id", raw: id.rawBytes) }
      answer.member("kind", kind)
      answer.object("result") { result in
        for figure in figures { figure.write(to: &result) }
      }
      guard !claims.isEmpty else { return }
      answer.object("claim") { object in
        for claim in claims { object.object(claim.name) { claim.write(to: &$0) } }
      }
    }
    return writer.bytes
  }
}

extension CalculationFigure {
  fileprivate func write(to object: inout JSONWriter) {
    switch value {
    case .number(let number, let places): object.member(name, number.decimalText(places: places))
    case .numbers(let numbers, let places):
      object.array(name) { list in numbers.forEach { list.value($0.decimalText(places: places)) } }
    case .count(let count): object.member(name, count)
    case .unbounded: object.member(name, nil as String?)
    case .day(let day): object.member(name, day.description)
    case .prices(let rows):
      object.array(name) { list in
        for row in rows { list.object { row.write(to: &$0) } }
      }
    }
  }
}

extension PriceTableRow {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("model", title)
    object.member("verdict", verdict.rawValue)
    object.member("known_as", rate?.model)
    object.member("input_per_mtok", rate?.input.perMillionText)
    object.member("output_per_mtok", rate?.output?.perMillionText)
  }
}

extension CalculationAnswer.Claim {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("claimed", claimed.decimalText(places: Fraction.digitLimit))
    object.member("right", right.decimalText(places: 15))
    object.member("verdict", verdict.rawValue)
    object.member("off_percent", offPercent?.decimalText(places: 6))
  }
}
