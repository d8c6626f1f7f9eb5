import TareText
import TareConversations
import TareRanking
import TareText
import TareTokens
import TareTrim

extension TrimReport {
  /// A picture of the conversation at 80 columns: one line a message, a run of dropped ones on one line; where more
  /// than twenty stay, one line a turn.
  ///
  /// ```
  /// trimmed: 4,986 -> 1,962 tokens, 2,000 available (o200k_base, exact)
  ///       #  role          tokens
  ///           tools, reply     212  ####                      fixed
  ///       0  system         1,251  ########################  instruction
  /// -  1-37  37 messages    3,024                            over-budget
  /// +         note            151  ###                       added
  ///      38  user             348  #######                   last-human
  /// ```
  public var text: String {
    let rows = rows
    let widest = max(1, rows.map { $0.action == .dropped ? 0 : $0.tokens }.max() ?? 1)
    let table = aligned(
      [["", "#", "role", "tokens", "", ""]]
        + rows.map { [$0.mark, $0.place, $0.name, $0.tokens.grouped, $0.bar(widest: widest), $0.reason] },
      left: [0, 2, 4, 5])
    return ([summary] + table + chunkLines + costLines).map { $0.trimmingBlanksAtEnd + "\n" }.joined()
  }

  private var summary: String {
    let available = hasLimit ? ", \(plan.budget.available.grouped) available" : ""
    let counts = "\(plan.before.tokens.grouped) -> \(plan.after.tokens.grouped) tokens"
    return "\(plan.status.rawValue): \(counts)\(available) (\(encodingText), \(plan.after.basis))"
  }

  /// The encoding; where it is not known to be the model's, that is said whatever else makes the sum uncertain.
  private var encodingText: String {
    textBasis == .exact || textBasis == plan.after.basis ? encoding.name : "\(encoding.name) \(textBasis)"
  }

  private var rows: [Row] {
    let byTurn = plan.decisions.count - dropped.count > 20
    var rows = [Row(addition: "tools, reply", tokens: fixedTokens, mark: "", reason: "fixed")]
    for decision in plan.decisions {
      if let last = rows.last, last.joins(decision, byTurn: byTurn) {
        rows[rows.count - 1].append(decision)
      } else {
        if decision.action != .dropped { rows += addedRows(before: decision.index) }
        rows.append(Row(decision))
      }
    }
    return rows + addedRows(before: plan.decisions.count)
  }

  private func addedRows(before index: Int) -> [Row] {
    plan.additions.filter { $0.before == index }.map {
      Row(addition: $0.kind.rawValue, tokens: $0.tokens, mark: "+", reason: "added")
    }
  }

  private var chunkLines: [String] {
    guard let chunks = plan.chunks else { return [] }
    var rows = chunks.kept.map { ["", shownName(chunks.pool[$0.chunk].id), $0.tokens.grouped, "kept"] }
    for dropped in chunks.droppedByReason {
      let name = dropped.count == 1 ? shownName(chunks.pool[dropped[0].chunk].id) : "\(dropped.count) chunks"
      rows.append(["-", name, dropped.reduce(0) { $0 + $1.tokens }.grouped, dropped[0].reason.name])
    }
    let summary =
      "chunks: \(chunks.kept.count) of \(chunks.pool.count) kept, \(chunks.tokens.grouped) tokens, "
      + "\(chunks.reserved.grouped) reserved"
    return [summary] + aligned(rows, left: [0, 1, 3])
  }
}

extension ChunkAccount {
  /// The chunks that go, those of one reason together, in the order in which the reasons first appear.
  fileprivate var droppedByReason: [[PrunedChunks.Dropped]] {
    var groups: [[PrunedChunks.Dropped]] = []
    for chunk in dropped {
      let group = groups.firstIndex { $0[0].reason.name == chunk.reason.name }
      if let group { groups[group].append(chunk) } else { groups.append([chunk]) }
    }
    return groups
  }
}

/// One line of the picture.
private struct Row {
  let action: TrimDecision.Action?
  let mark: String
  let reason: String
  private let firstIndex: Int?
  private var count = 1
  private let role: String
  private(set) var tokens: Int

  init(_ decision: TrimDecision) {
    action = decision.action
    reason = decision.reason.rawValue
    firstIndex = decision.index
    role = decision.role.rawValue
    tokens = decision.action == .dropped ? decision.tokens : decision.tokensAfter
    mark =
      switch decision.action {
      case .kept: ""
      case .dropped: "-"
      case .replaced: "~"
      }
  }

  init(addition name: String, tokens: Int, mark: String, reason: String) {
    action = nil
    self.mark = mark
    self.reason = reason
    firstIndex = nil
    role = name
    self.tokens = tokens
  }

  /// Dropped messages join those dropped before them, and, by turn, the others of a turn its first.
  func joins(_ decision: TrimDecision, byTurn: Bool) -> Bool {
    guard action == decision.action, reason == decision.reason.rawValue else { return false }
    return action == .dropped || (byTurn && action == .kept && decision.reason == .window && decision.role != .user)
  }

  mutating func append(_ decision: TrimDecision) {
    count += 1
    tokens += decision.tokensAfter > 0 ? decision.tokensAfter : decision.tokens
  }

  var place: String {
    guard let firstIndex else { return "" }
    return count == 1 ? "\(firstIndex)" : "\(firstIndex)-\(firstIndex + count - 1)"
  }

  var name: String { count == 1 ? role : role == "user" && action == .kept ? "turn of \(count)" : "\(count) messages" }

  func bar(widest: Int) -> String {
    guard action != .dropped else { return "" }
    return String(repeating: "#", count: (tokens * 24 + widest - 1) / widest)
  }
}

extension String {
  fileprivate var trimmingBlanksAtEnd: String {
    var scalars = unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
