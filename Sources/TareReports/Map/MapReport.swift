public import TareAudit
import TarePricing
import TarePrompts
public import TareSavings

/// A map of tokens as it is shown: with prices where a model was named, in an order, and without what is too small or too
/// deep.
public struct MapReport: Sendable {
  /// In which order the parts of anything stand.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// The largest first.
    case tokens
    /// As they stand in the file, and files by name as they were found.
    case place
  }

  /// What is shown.
  public struct Extent: Sendable, Hashable {
    /// In which order.
    public var order: Order
    /// How many levels of parts are shown inside a file; `nil` for all.
    public var depth: Int?
    /// Parts with fewer tokens are summed up in one line.
    public var leastTokens: Int

    /// All of it, the largest first, unless said otherwise.
    public init(order: Order = .tokens, depth: Int? = nil, leastTokens: Int = 0) {
      self.order = order
      self.depth = depth
      self.leastTokens = leastTokens
    }
  }

  /// The map.
  public let map: TokenMap
  /// The model's prices, where one was named.
  public let price: PriceTag?
  let root: MapRow

  /// The map with the prices of the model of `price`, as far as `extent` shows it.
  public init(_ map: TokenMap, price: PriceTag? = nil, _ extent: Extent = Extent()) {
    self.map = map
    self.price = price
    root = MapRow(map.root, price: price).shown(extent)
  }
}

/// A node of the map with its price.
///
/// Its money is that of the input of 1,000 requests with its file, each token at the full price: what a cache would take
/// off depends on the request around it.
struct MapRow {
  let kind: TokenMap.Node.Kind
  let name: String
  let line: Int?
  let tokens: LoadedTokens
  let unsent: UnsentTokens
  let money: Money?
  private(set) var children: [MapRow]
  /// How many parts are summed up here instead of being shown; 0 for a part itself.
  private(set) var summedUp = 0

  init(_ node: TokenMap.Node, price: PriceTag?) {
    self.init(node, price, perToken: nil)
  }

  private init(_ node: TokenMap.Node, _ tag: PriceTag?, perToken: TokenPrice?) {
    kind = node.kind
    name = node.name
    line = node.line
    tokens = node.tokens
    unsent = node.unsent
    // A request that is long enough is charged more for each of its tokens, so the price is that of the whole file.
    let price = node.kind == .file ? tag?.inputPrice(forRequestOf: node.tokens.total) : perToken
    children = node.children.map { MapRow($0, tag, perToken: price) }
    if node.kind == .folder {
      money = tag == nil ? nil : try? Money.sum(of: children.compactMap(\.money))
    } else {
      money = price.flatMap { try? $0 * node.tokens.total * AuditPrices.shownRequests }
    }
  }

  private init(summingUp rows: [MapRow]) {
    kind = rows.first?.kind ?? .section
    name = ""
    line = nil
    tokens = rows.reduce(LoadedTokens()) { $0 + $1.tokens }
    unsent = rows.reduce(UnsentTokens()) { $0 + $1.unsent }
    let sums = rows.map(\.money)
    money = sums.contains { $0 == nil } ? nil : try? Money.sum(of: sums.compactMap(\.self))
    children = []
    summedUp = rows.count
  }

  /// The row with as much of what stands in it as is to be shown.
  func shown(_ extent: MapReport.Extent) -> MapRow { shown(extent, depth: 0) }

  private func shown(_ extent: MapReport.Extent, depth: Int) -> MapRow {
    var row = self
    guard kind == .folder || depth < extent.depth ?? .max else {
      row.children = []
      return row
    }
    // Sorting keeps the order of equal elements, so that of equal parts the first comes first.
    let ordered =
      extent.order == .tokens ? children.sorted { $0.tokens.total > $1.tokens.total } : children
    let small = ordered.filter { $0.tokens.total < extent.leastTokens }
    // A title over all of a file is no level of its own: what stands below it is what somebody looks for.
    let hasTitle = kind == .file && children.count { $0.kind == .section || $0.kind == .message } == 1
    row.children = ordered.filter { $0.tokens.total >= extent.leastTokens }
      .map { $0.shown(extent, depth: kind == .folder || hasTitle ? depth : depth + 1) }
    if !small.isEmpty { row.children.append(MapRow(summingUp: small)) }
    return row
  }
}

extension PriceTag {
  fileprivate func inputPrice(forRequestOf tokens: Int) -> TokenPrice? {
    if let tier = rate.longContextTier(for: tokens) { return tier.input }
    return rate.input
  }
}
