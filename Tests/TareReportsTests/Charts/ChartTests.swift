import TareText
import TareUnicode
import TestMaterial
import Testing

@testable import TareReports

struct ChartTests {
  /// Amounts at which arithmetic breaks.
  private static let nasty: [Int128] = [
    0, 1, -1, 2, 380, -381, 1_000_000, .max, .min, .max - 1, .max / 2, 1 << 96, -(1 << 97), 999_999_999_999_999_999,
  ]

  private static let labels = [
    "", "a", String(repeating: "folder/", count: 60) + "end.md", "<img src=x>&\"'", "]]>", "a\nb\u{1B}[31m",
    "\u{202E}dm.a", "日本語の見出しはとても長くて列に収まらないことがある", "👩‍👩‍👧‍👦", "\u{0}\u{FFFE}",
  ]

  private func amount(_ value: Int128) -> ChartAmount { ChartAmount(value: value, text: "\(value)") }

  private func elements(_ write: (inout MarkupWriter) -> Void) throws -> [XMLReading.Element] {
    try XMLReading.elements(of: HTMLPage(title: "charts").text(write)).filter { $0.parent == "svg" || $0.name == "svg" }
  }

  private func number(_ element: XMLReading.Element, _ name: String) throws -> Int {
    try #require(element.attributes[name].flatMap { Int($0) }, "\(element) \(name)")
  }

  @Test func `a scale keeps the order of amounts and stays within its length`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      let amounts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Bool.random(using: &random)
          ? Self.nasty[Int.random(in: 0..<Self.nasty.count, using: &random)]
          : Int128(Int64.random(in: .min ... .max, using: &random)) >> Int128.random(in: 0...60, using: &random)
      }
      let scale = ChartScale(amounts, length: 380)
      let places = amounts.sorted().map(scale.position)
      #expect(places == places.sorted(), "\(amounts)")
      #expect(places.allSatisfy { (0...380).contains($0) } && (0...380).contains(scale.zero), "\(amounts)")
      if let most = amounts.max(), most > 0 { #expect(scale.position(of: most) == 380, "\(amounts)") }
    }
  }

  @Test func `half of the most is half as long`() {
    let scale = ChartScale([Int128.max, 0], length: 380)
    #expect(scale.position(of: .max / 2) == 190)
    #expect(ChartScale([50, 100], length: 380).position(of: 50) == 190)
    #expect(ChartScale([-100, 100], length: 380).zero == 190)
    #expect(ChartScale([], length: 380).position(of: 0) == 0)
  }

  @Test func `bars in pairs show every line, whatever it is called and however long it is`() throws {
    for before in Self.nasty {
      for after in Self.nasty {
        let lines = Self.labels.enumerated().map { index, label in
          PairedBars.Line(
            label: label, level: index - 2, before: index == 3 ? nil : amount(before),
            after: index == 4 ? nil : amount(after))
        }
        let drawn = try elements { PairedBars(title: "t", unit: "tokens", labels: .end, lines: lines).write(to: &$0) }
        #expect(drawn.count { $0.name == "title" || $0.name == "desc" } == 2)
        for bar in drawn where bar.name == "rect" {
          #expect(try number(bar, "width") >= 1)
          #expect(try number(bar, "x") + number(bar, "width") <= ChartLayout.barStart + ChartLayout.barLength + 1)
        }
        // Two in the legend, one for each label, one number for each bar.
        #expect(drawn.count { $0.name == "text" } == 2 + 3 * lines.count)
      }
    }
  }

  @Test func `a waterfall goes on where it was, from the sum before to the sum after`() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let changes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Int128(Int.random(in: -5_000...5_000, using: &random))
      }
      let before: Int128 = 100_000
      let chart = WaterfallChart(
        title: "t", before: amount(before), steps: changes.map { .init(label: "s", change: amount($0)) },
        after: amount(before + changes.reduce(0, +)))
      let bars = try elements { chart.write(to: &$0) }.filter { $0.name == "rect" }
      #expect(bars.count == changes.count { $0 != 0 } + 2)
      for (bar, change) in zip(bars.dropFirst(), changes.filter { $0 != 0 }) {
        #expect(bar.attributes["class"] == (change < 0 ? "less" : "more"))
      }
      for (bar, next) in zip(bars.dropFirst(), bars.dropFirst(2).dropLast()) {
        let ends = try [number(bar, "x"), number(bar, "x") + number(bar, "width")]
        let nextEnds = try [number(next, "x"), number(next, "x") + number(next, "width")]
        // A bar is at least one unit wide, so that ends can miss each other by as much.
        #expect(ends.contains { end in nextEnds.contains { abs(end - $0) <= 1 } })
      }
    }
  }

  @Test func `a waterfall of sums that cannot be added up is drawn all the same`() throws {
    for first in Self.nasty {
      for second in Self.nasty {
        let chart = WaterfallChart(
          title: "t", before: amount(first),
          steps: Self.labels.map { .init(label: $0, change: amount(second)) }, after: amount(second))
        #expect(try elements { chart.write(to: &$0) }.contains { $0.name == "desc" })
      }
    }
  }

  @Test(arguments: [2, 3, 60, 61, 5_000])
  func `a trend has all its commits, from the first to the last`(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let points = (0..<count).map { index in
      TrendChart.Point(
        label: Self.labels[index % Self.labels.count],
        amount: amount(Self.nasty[Int.random(in: 0..<Self.nasty.count, using: &random)]))
    }
    let drawn = try elements { TrendChart(title: "t", points: points).write(to: &$0) }
    let path = try #require(drawn.first { $0.name == "path" }?.attributes["d"])
    #expect(path.count { $0 == "H" } == count - 1)
    #expect(drawn.count { $0.name == "circle" } == (count > 60 ? 0 : count))
  }

  @Test func `what has no line or no course is not drawn`() {
    var page = MarkupWriter()
    PairedBars(title: "t", unit: "tokens", labels: .end, lines: []).write(to: &page)
    TrendChart(title: "t", points: [.init(label: "a", amount: amount(1))]).write(to: &page)
    #expect(page.text.isEmpty)
  }

  @Test(arguments: labels)
  func `a label fits into its columns`(label: String) {
    for part in [LabelPart.start, .end] {
      let text = shortLabel(label, columns: 30, keeping: part)
      #expect(text.displayWidth <= 30)
      #expect(!text.unicodeScalars.contains { $0.isUnfitToShow })
    }
  }
}
