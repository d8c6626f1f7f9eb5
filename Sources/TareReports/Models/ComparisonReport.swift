import TareJSON
public import TarePricing
import TareText

/// In what the catalogue and an imported one differ.
public struct ComparisonReport: Sendable {
  let comparison: CatalogueComparison
  /// What the imported list is called, mostly its path.
  let name: String

  /// - Parameter name: What the imported list is called, mostly its path.
  public init(_ comparison: CatalogueComparison, with name: String) {
    (self.comparison, self.name) = (comparison, name)
  }

  /// A line for each figure that differs, then how many models are the same and which only one of them has.
  public var text: String {
    let rows = comparison.different.flatMap { pair in
      pair.differences.map { [$0.here, $0.there, $0.field, shownName(pair.here), shownName(pair.there)] }
    }
    let head = ["here", "there", "figure", "model", "its entry there"]
    let table = rows.isEmpty ? [] : aligned([head] + rows, left: [2, 3, 4]) + [""]
    return (table + summary).joined(separator: "\n") + "\n"
  }

  private var summary: [String] {
    let (pairs, different) = (comparison.pairs.count, comparison.different.count)
    var lines = [
      "\(pairs.grouped) \(pairs == 1 ? "model is" : "models are") in \(shownName(name)), too: \((pairs - different).grouped) the same on "
        + "\(comparison.day), \(different.grouped) \(different == 1 ? "differs" : "differ"). "
        + "Dollars for a million tokens."
    ]
    if !comparison.onlyHere.isEmpty { lines.append("Only here: \(namesOnlyHere).") }
    lines.append("Only there: \(comparison.onlyThere.count.grouped).")
    return lines
  }

  private var namesOnlyHere: String {
    let more = comparison.onlyHere.count - Self.nameLimit
    return comparison.onlyHere.prefix(Self.nameLimit).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// How many models of ours are named that the other list has not.
  private static let nameLimit = 12

  /// Every pair with its differences and with what only one states, and the names that only one has.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("file", name)
      report.member("at", comparison.day.description)
      report.array("models") { list in
        for pair in comparison.pairs { list.object { write(pair, to: &$0) } }
      }
      report.array("onlyHere") { list in comparison.onlyHere.forEach { list.value($0) } }
      report.array("onlyThere") { list in comparison.onlyThere.forEach { list.value($0) } }
    }
    return writer.text + "\n"
  }

  private func write(_ pair: CatalogueComparison.Pair, to object: inout JSONWriter) {
    object.member("model", pair.here)
    object.member("entry", pair.there)
    object.array("differences") { list in
      for difference in pair.differences {
        list.object {
          $0.member("figure", difference.field)
          $0.member("here", difference.here)
          $0.member("there", difference.there)
        }
      }
    }
    object.array("statedOnlyHere") { list in pair.statedHere.forEach { list.value($0) } }
    object.array("statedOnlyThere") { list in pair.statedThere.forEach { list.value($0) } }
  }
}
