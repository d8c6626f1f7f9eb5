import TareAudit
import TareModels
import TareJSON
import TarePricing
import TarePrompts
import TareSavings
import TareText
import TareTokens

extension MapReport {
  /// The map as one JSON object: the sums, and the tree with as much as is shown of it.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("encoding", map.counting.encoding.name)
      report.member("basis", map.basis.name)
      if case .estimated(let band) = map.basis { report.member("bandPerMille", band) }
      if let price {
        report.member("model", price.rate.model)
        report.member("currency", "USD")
        report.member("pricesOf", price.date.description)
      }
      report.member("files", map.fileCount)
      report.object("root") { write(root, to: &$0) }
    }
    return writer.text + "\n"
  }

  private func write(_ row: MapRow, to object: inout JSONWriter) {
    object.member("kind", row.summedUp > 0 ? "smaller" : row.kind.rawValue)
    if row.summedUp > 0 { object.member("count", row.summedUp) } else { object.member("name", row.name) }
    if let line = row.line { object.member("line", line) }
    object.member("tokens", row.tokens.total)
    object.member("own", row.tokens.total - row.children.reduce(0) { $0 + $1.tokens.total })
    object.object("loaded") { loaded in
      for loadClass in LoadClass.allCases { loaded.member(loadClass.rawValue, row.tokens[loadClass]) }
    }
    if row.kind == .file || row.kind == .folder {
      object.object("notSent") {
        $0.member("structure", row.unsent.structure)
        $0.member("comments", row.unsent.comments)
        $0.member("control", row.unsent.control)
      }
    }
    // Money as exact decimal text: a JSON number would be read as floating point.
    if price != nil { object.member("usdPer1000Requests", row.money?.decimalText) }
    guard !row.children.isEmpty else { return }
    object.array("parts") { parts in
      for child in row.children { parts.object { write(child, to: &$0) } }
    }
  }
}
