import TareJSON
public import TarePricing
import TareText

extension CalculationAnswer {
  /// What comes out as one line for people, without a line feed: with claims, only what they are about.
  public var textLine: String {
    let name = (id?.string ?? id?.numberText).map { shownName($0) } ?? kind
    let claimed = claims.map(\.words)
    return "\(name): " + (claimed.isEmpty ? figures.map(\.words) : claimed).joined(separator: ", ")
  }
}

extension CalculationFigure {
  fileprivate var words: String {
    switch value {
    case .number(let number, let places): "\(name) \(number.plain(places))"
    case .numbers(let numbers, let places): "\(name) \(numbers.map { $0.plain(places) }.joined(separator: " + "))"
    case .count(let count): "\(name) \(count.grouped)"
    case .unbounded: "\(name) without bound"
    case .day(let day): "prices of \(day)"
    case .prices(let rows): rows.map { "\(shownName($0.title)) \($0.verdict.rawValue)" }.joined(separator: ", ")
    }
  }
}

extension CalculationAnswer.Claim {
  fileprivate var words: String {
    let claim = "\(name) is \(right.plain(6))"
    let off = offPercent.map { ", \($0.signedPercent)" } ?? ""
    return switch verdict {
    case .right: "\(claim), as claimed"
    case .rounded: "\(claim), claimed rounded as \(claimed.plain(6))"
    case .wrong: "\(claim) and not \(claimed.plain(6))\(off)"
    case .impossible: "\(claim), and \(claimed.plain(6)) is impossible"
    }
  }
}

extension Fraction {
  /// The number with commas and the places it has, up to so many.
  fileprivate func plain(_ places: Int) -> String { groupedText(places: exactPlaces(upTo: places)) }
}
