import TareAudit
import TareModels
import TarePricing
import TarePrompts
import TareSavings
import TareText
import TareTokens
import TareUnicode

extension MapReport {
  /// The map as indented lines with bars: tokens, share, price where there is one, when it is sent, and what it is.
  public func text(_ style: TextStyle = .plain) -> String {
    let rows = MapLine(root).all
    let columns = MapColumns(rows, total: root.tokens.total, showsPrice: price != nil)
    let table = [columns.head(style)] + rows.map { columns.line($0, style) }
    return (table + [""] + sums).map { $0 + "\n" }.joined()
  }

  private var sums: [String] { [sentence] + notes }

  /// What is sent, and when.
  var sentence: String {
    let sent = "\(counted(root.tokens.total, "token")) in \(counted(map.fileCount, "file")) (\(countingText))"
    let loads = LoadClass.allCases.filter { root.tokens[$0] > 0 }.map { "\(root.tokens[$0].grouped) \($0.words)" }
    return "\(sent): \(loads.isEmpty ? "nothing is sent" : loads.joined(separator: ", "))."
  }

  /// What the figures leave out, and what prices are those of.
  var notes: [String] {
    let unsent = root.unsent.total > 0 ? [unsentSentence] : []
    let prices =
      price.map { ["Prices of \($0.date), \($0.rate.model): input of 1,000 requests, nothing cached."] } ?? []
    return unsent + prices
  }

  private var unsentSentence: String {
    let parts = [
      (root.unsent.structure, "of file structure"), (root.unsent.comments, "of comments"),
      (root.unsent.control, "of template statements"),
    ]
    let named = parts.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
    return "Not sent and not counted: \(named)."
  }

  /// How the tokens were counted.
  var countingText: String {
    switch map.basis {
    case .exact where map.counting.installedFrom == nil: map.counting.encoding.name
    case .estimated: "\(map.basis) from \(map.counting.encoding.name)"
    default: "\(map.counting)"
    }
  }
}

extension LoadClass {
  /// When that is, in a word or two.
  var words: String {
    switch self {
    case .always: "always"
    case .perUse: "per use"
    case .onDemand: "on demand"
    }
  }
}

/// The columns of a map, each as wide as its widest cell.
private struct MapColumns {
  private let total: Int
  private let showsPrice: Bool
  /// How many decimal places all prices are shown with.
  private let places: Int
  private let widths: (tokens: Int, price: Int, load: Int)

  private static let barWidth = 20
  private static let titleWidth = 60

  init(_ lines: [MapLine], total: Int, showsPrice: Bool) {
    self.total = total
    self.showsPrice = showsPrice
    let places = Money.places(for: lines.compactMap(\.row.money))
    self.places = places
    widths = (
      max(6, lines.map { $0.row.tokens.total.grouped.utf8.count }.max() ?? 0),
      max(9, lines.map { Self.money($0.row, places).utf8.count }.max() ?? 0),
      max(4, lines.map { Self.load($0.row).utf8.count }.max() ?? 0)
    )
  }

  func head(_ style: TextStyle) -> String {
    let price = showsPrice ? "  " + Self.padded("per 1,000", widths.price, left: false) : ""
    let bar = String(repeating: " ", count: Self.barWidth)
    let when = Self.padded("when", widths.load, left: true)
    return style("\(Self.padded("tokens", widths.tokens, left: false))   share\(price)  \(bar)  \(when)  part", .faint)
  }

  func line(_ line: MapLine, _ style: TextStyle) -> String {
    let row = line.row
    let cells = [
      Self.padded(row.tokens.total.grouped, widths.tokens, left: false), Self.padded(share(row), 6, left: false),
    ]
    let price = showsPrice ? ["  " + Self.padded(Self.money(row, places), widths.price, left: false)] : []
    let bar = Self.padded(self.bar(row), Self.barWidth, left: true)
    let load = style(Self.padded(Self.load(row), widths.load, left: true), .faint)
    let text = (cells.joined(separator: "  ") + price.joined()) + "  \(style(bar, .gutter))  \(load)  "
    return text + String(repeating: "  ", count: line.depth) + name(line, style)
  }

  private func name(_ line: MapLine, _ style: TextStyle) -> String {
    let row = line.row
    let title = shownName(line.title)
    let shown = cut(title, isPath: row.kind == .file || row.kind == .folder)
    let place = row.line.map { style(":\($0)", .faint) } ?? ""
    let unsent = row.kind == .file && row.unsent.total > 0 ? "  (\(row.unsent.total.grouped) not sent)" : ""
    let isFile = row.summedUp == 0 && (row.kind == .file || row.kind == .folder)
    return (isFile ? style(shown, .name) : shown) + place + style(unsent, .faint)
  }

  /// Of a path the end is kept, which tells it from its neighbours.
  private func cut(_ title: String, isPath: Bool) -> String {
    guard title.displayWidth > Self.titleWidth else { return title }
    return isPath
      ? "…" + suffix(of: title, columns: Self.titleWidth) : prefix(of: title, columns: Self.titleWidth) + "…"
  }

  /// A bar of eighths of a block; what has any tokens has some bar.
  private func bar(_ row: MapRow) -> String {
    guard total > 0, row.tokens.total > 0 else { return "" }
    let eighths = max(1, (row.tokens.total * Self.barWidth * 8 + total / 2) / total)
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }

  private func share(_ row: MapRow) -> String { percentage(row.tokens.total, of: total) }

  private static func money(_ row: MapRow, _ places: Int) -> String {
    row.money.map { $0.formatted(places: places) } ?? "unknown"
  }

  private static func load(_ row: MapRow) -> String { row.tokens.loadClass?.words ?? "" }

  private static func padded(_ text: String, _ width: Int, left: Bool) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.displayWidth))
    return left ? text + padding : padding + text
  }
}
