import TarePrompts
import TareText

/// Finds folders in which files that are always loaded add up to more than they may.
struct AlwaysOnTotal {
  /// What the rule says about itself.
  static let page = RulePage(
    code: "BUD005", name: "always-on-total",
    summary: "The files that a coding agent loads with every request are more than their budget together.",
    rationale: """
      A file for agents, the rules that always apply and the descriptions of skills are sent with every request, whatever \
      it is about. Each is short, and nobody sees the sum.
      """,
    evidence: """
      November 2026: the descriptions of 466 published skills hold 30,625 tokens. The limit is yours.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        "Answer in English, and be brief.", path: "AGENTS.md",
        others: [.init(path: ".github/copilot-instructions.md", prompt: "Name the file.")])
    ],
    silent: ["Answer in English."])

  /// The limit that holds where no other does.
  let limit: Int?
  /// Limits by the path of a file: the lowest of those of files that are loaded together holds.
  var limits: [String: Int] = [:]

  /// Reports each folder that is over the limit and whose outer folders are not, in the file that holds most of it.
  func check(_ run: AuditedRun) -> [PlacedFinding] {
    let files = run.files.filter { !$0.load.agents.isEmpty && $0.alwaysOn > 0 }
    let folders = Set(files.map(\.load.scope)).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let imports = imports(run)
    var reported: [String] = []
    return folders.compactMap { folder in
      guard !reported.contains(where: { Self.holds($0, folder) }) else { return nil }
      let loaded = files.filter { Self.holds($0.load.scope, folder) }
      let sums = AgentProducts.each.map { agent in
        loaded.filter { $0.load.agents.contains(agent) }.map { ($0, $0.alwaysOn + (imports[$0.path] ?? 0)) }
      }
      guard let largest = sums.max(by: { Self.total($0) < Self.total($1) }),
        let limit = limit(of: largest.map(\.0.path)), Self.total(largest) > limit,
        let place = largest.max(by: { ($0.1, $1.0.path) < ($1.1, $0.0.path) })
      else { return nil }
      reported.append(folder)
      let total = Self.total(largest)
      return PlacedFinding(
        path: place.0.path,
        finding: Finding(
          Self.page, .total(total, files: largest.count, limit: limit), at: .beginning, cost: .over(total - limit)))
    }
  }

  private func limit(of paths: [String]) -> Int? { paths.compactMap { limits[$0] }.min() ?? limit }

  /// The tokens that each file which is always loaded brings in.
  private func imports(_ run: AuditedRun) -> [String: Int] {
    var tokens: [String: Int] = [:]
    for set in run.sets where set.loadClass == .always {
      let brought = run.members(of: set).dropFirst().filter { $0.load.agents.isEmpty }
      tokens[set.root] = brought.reduce(0) { $0 + $1.sent }
    }
    return tokens
  }

  private static func total(_ files: [(PromptSummary, Int)]) -> Int { files.reduce(0) { $0 + $1.1 } }

  /// Whether files of `outer` are loaded in `folder`.
  private static func holds(_ outer: String, _ folder: String) -> Bool {
    outer.isEmpty || outer == folder || folder.hasPrefix(outer + "/")
  }
}

extension Finding.Message {
  fileprivate static func total(_ tokens: Int, files: Int, limit: Int) -> Self {
    let names = files == 1 ? "1 file sends" : "\(files.grouped) files send"
    return
      "\(names) \(tokens.grouped) tokens with every request, \((tokens - limit).grouped) over the budget of \(limit.grouped)"
  }
}
