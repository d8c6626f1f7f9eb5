import TareAudit
import TarePricing
import TareText

extension MapReport {
  /// The map as a page of its own: folders and files open and close.
  public func html(toolVersion: String) -> String {
    HTMLPage(title: "tare map").text { body in
      body.block("header") { header in
        header.line("h1", "Where the tokens are")
        header.line("p", [("class", "soft")], sentence)
      }
      write(to: &body)
      body.block("footer") { footer in
        for line in notes { footer.line("p", line) }
        footer.line("p", "tare \(toolVersion)")
      }
    }
  }

  /// The tree, as a part of a page.
  func write(to body: inout MarkupWriter) {
    let root = MapLine(root)
    let places = Money.places(for: root.all.compactMap(\.row.money))
    body.block("div", [("class", price == nil ? "map" : "map priced")]) { map in
      map.block("div", [("class", "row head")]) { head in
        for name in ["tokens", "share"] + (price == nil ? [] : ["per 1,000"]) {
          head.line("span", [("class", "number")], name)
        }
        head.line("span", "")
        head.line("span", [("class", "when")], "when")
        head.line("span", [("class", "part"), ("style", "--depth: 0")], "part")
      }
      write(root, places, to: &map)
    }
  }

  private func write(_ line: MapLine, _ places: Int, to markup: inout MarkupWriter) {
    let kind = line.row.summedUp > 0 ? "smaller" : line.row.kind.rawValue
    guard !line.inner.isEmpty else {
      markup.block("div", [("class", "row \(kind)")]) { write(cells: line, places, to: &$0) }
      return
    }
    markup.block("details", isOpen(line) ? [("open", "")] : []) { details in
      details.block("summary", [("class", "row \(kind)")]) { write(cells: line, places, to: &$0) }
      for inner in line.inner { write(inner, places, to: &details) }
    }
  }

  /// Of a few files all is open; of many, what holds them.
  private func isOpen(_ line: MapLine) -> Bool { line.row.kind == .folder || map.fileCount <= 3 }

  private func write(cells line: MapLine, _ places: Int, to row: inout MarkupWriter) {
    let tokens = line.row.tokens.total
    let total = max(1, root.tokens.total)
    row.line("span", [("class", "number")], tokens.grouped)
    row.line("span", [("class", "number")], percentage(tokens, of: total))
    if price != nil {
      row.line("span", [("class", "number")], line.row.money?.formatted(places: places) ?? "unknown")
    }
    let size = [("class", "bar"), ("viewBox", "0 0 1000 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")]
    row.block("svg", size) {
      $0.empty("rect", [("width", "\(tokens * 1_000 / total)"), ("height", "10")])
    }
    row.line("span", [("class", "when")], line.row.tokens.loadClass?.words ?? "")
    row.line("span", [("class", "part"), ("style", "--depth: \(line.depth)")]) { part in
      part.write(line.title)
      if let number = line.row.line { part.inline("span", [("class", "soft")], ":\(number)") }
      let unsent = line.row.kind == .file ? line.row.unsent.total : 0
      if unsent > 0 { part.inline("span", [("class", "soft")], " (\(unsent.grouped) not sent)") }
    }
  }
}
