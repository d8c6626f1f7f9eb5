/// What many records cost together, model by model, in memory that does not depend on how many there are.
public struct UsageTotals: Sendable, Hashable {
  /// The records of one model.
  public struct Row: Sendable, Hashable {
    /// The model.
    public let model: String
    /// How many records there are.
    public fileprivate(set) var records = 0
    /// How many of them have a gap in their cost.
    public fileprivate(set) var incomplete = 0
    /// The first gap.
    public fileprivate(set) var gap: String?
    /// Input tokens that no cache served, in all records.
    public fileprivate(set) var uncachedInput: Int128 = 0
    /// Input tokens read from a cache.
    public fileprivate(set) var cachedRead: Int128 = 0
    /// Input tokens written to a cache.
    public fileprivate(set) var cacheWrites: Int128 = 0
    /// Output tokens.
    public fileprivate(set) var output: Int128 = 0
    /// The cost of what has a known price.
    public fileprivate(set) var knownTotal = Money.zero

    fileprivate init(model: String) { self.model = model }
  }

  /// The models in the order in which they came, and ``otherModels`` where there were more than ``rowLimit``.
  public private(set) var rows: [Row] = []
  private var indexOfModel: [String: Int] = [:]

  /// The most models that are told apart.
  public static let rowLimit = 1_000
  /// What models beyond them are counted as.
  public static let otherModels = "other models"

  /// No records.
  public init() {}

  /// Adds a record.
  ///
  /// - Throws: ``MoneyOverflow`` where the sum cannot be held; the record is not added then.
  public mutating func add(_ record: PricedRecord) throws(MoneyOverflow) {
    let index = row(of: record.model)
    rows[index].knownTotal = try rows[index].knownTotal + record.knownTotal
    rows[index].records += 1
    rows[index].incomplete += record.isComplete ? 0 : 1
    rows[index].gap = rows[index].gap ?? record.gaps.first
    rows[index].uncachedInput += Int128(record.usage.uncachedInput)
    rows[index].cachedRead += Int128(record.usage.cachedRead)
    rows[index].cacheWrites += record.usage.cacheWrites.reduce(0) { $0 + Int128($1.tokens) }
    rows[index].output += Int128(record.usage.output)
  }

  private mutating func row(of model: String) -> Int {
    let name = indexOfModel[model] == nil && rows.count >= Self.rowLimit ? Self.otherModels : model
    if let index = indexOfModel[name] { return index }
    rows.append(Row(model: name))
    indexOfModel[name] = rows.count - 1
    return rows.count - 1
  }

  /// All records.
  public var records: Int { rows.reduce(0) { $0 + $1.records } }

  /// The records whose cost has a gap.
  public var incomplete: Int { rows.reduce(0) { $0 + $1.incomplete } }

  /// What everything with a known price cost: all of it where nothing is ``incomplete``, a lower bound otherwise.
  public func knownTotal() throws(MoneyOverflow) -> Money { try Money.sum(of: rows.map(\.knownTotal)) }
}
