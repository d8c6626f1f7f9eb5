import TareAudit
import TarePricing
public import TareSavings

/// What the tokens of findings cost with one model, whose tokens they have to be.
///
/// Prices are for 1,000 requests, because nobody but the reader knows how many there are; a month is priced only where
/// its requests were given.
public struct AuditPrices: Sendable {
  /// The rate of the model.
  public let tag: PriceTag
  /// Requests in a month, where they are known and the same for all files.
  public let requestsPerMonth: Int?
  private let requestsByPath: [String: Int]

  /// The prices of the model of `tag`.
  ///
  /// - Parameter requestsByPath: Requests in a month by file, where no number holds for all.
  public init(_ tag: PriceTag, requestsPerMonth: Int? = nil, requestsByPath: [String: Int] = [:]) {
    self.tag = tag
    self.requestsPerMonth = requestsPerMonth
    self.requestsByPath = requestsByPath
  }

  /// The requests in a month that send the file at `path`, where they are known.
  func requestsPerMonth(of path: String) -> Int? { requestsPerMonth ?? requestsByPath[path] }

  /// How many requests prices are shown for.
  static let shownRequests = 1_000

  /// What `count` requests cost, or `nil` where that is more than money can hold.
  func times(_ money: Money, _ count: Int) -> Money? { try? money * count }
}

extension AuditPrices {
  /// What one request with the file of `ledger` would cost less without the tokens of `cost`; for those that a cache
  /// could serve, what it would take off. `nil` where that has no known price, or a cache would change nothing.
  func perRequest(_ cost: Finding.Cost, in ledger: Ledger) -> Money? {
    let today = size(ledger.sent, stable: ledger.stable)
    switch cost {
    case .none: return nil
    case .wasted(let tokens), .over(let tokens), .held(let tokens):
      // What several files send together may be more than this one does.
      let all = max(tokens, ledger.sent)
      return change(from: size(all, stable: 0), to: size(all - tokens, stable: 0)).map { -$0.gross.delta }
    case .uncached(let tokens):
      let cached = change(from: today, to: size(ledger.sent, stable: ledger.stable + tokens))?.net
      return cached.flatMap { $0.delta < .zero ? -$0.delta : nil }
    }
  }

  /// What taking the waste out does to one request with each of `files`, priced as `tare diff` prices the change.
  func withoutWaste(_ files: [FileAudit]) -> RequestCost? {
    sum(wasteful(files).map { withoutWaste($0.ledger) })
  }

  /// What it does to a month of requests with those of `files` whose requests are known; `nil` without any.
  func monthWithoutWaste(_ files: [FileAudit]) -> RequestCost? {
    let known = wasteful(files).compactMap { file in
      requestsPerMonth(of: file.path).map { (ledger: file.ledger, requests: $0) }
    }
    return known.isEmpty ? nil : sum(known.map { file in try? withoutWaste(file.ledger)?.times(file.requests) })
  }

  /// Whether nobody said how many requests a month send some file that wastes tokens.
  func lacksTraffic(_ files: [FileAudit]) -> Bool {
    wasteful(files).contains { requestsPerMonth(of: $0.path) == nil }
  }

  private func wasteful(_ files: [FileAudit]) -> [FileAudit] { files.filter { $0.ledger.wasted > 0 } }

  private func withoutWaste(_ ledger: Ledger) -> RequestCost? {
    change(
      from: size(ledger.sent, stable: ledger.stable),
      to: size(ledger.sent - ledger.wasted, stable: ledger.stable - ledger.wastedStable))
  }

  private func sum(_ costs: [RequestCost?]) -> RequestCost? {
    guard !costs.contains(where: { $0 == nil }) else { return nil }
    // A sum that leaves the range has no price that could be shown.
    return try? RequestCost.sum(of: costs.compactMap(\.self))
  }

  /// Whether a cache serves any of the `files` that waste tokens: the stable start of none other is long enough.
  func canCache(_ files: [FileAudit]) -> Bool {
    files.contains { $0.ledger.wasted > 0 && tag.canRead(size($0.ledger.sent, stable: $0.ledger.stable)) }
  }

  private func size(_ tokens: Int, stable: Int) -> PromptSize {
    PromptSize(tokens, stable: stable)
  }

  private func change(from before: PromptSize, to after: PromptSize) -> RequestCost? {
    // What has no price has no figure; the report says what was counted all the same.
    try? tag.change(from: before, to: after)
  }
}
