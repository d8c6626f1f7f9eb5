import TarePrompts
import TareText

/// Finds folders in which files that are always loaded add up to more than they may.
struct AlwaysOnTotal {
  /// What the rule says about itself.
  static let page = RulePage(
    code: "BUD005", name: "always-on-total",
    summary:
      "A file that a coding agent loads with every request is over 10,000 tokens, or all of them over their budget.",
    rationale: """
      A file for agents, the rules that always apply and the descriptions of skills are sent with every request, whatever \
      it is about. One grows with every lesson learned; many are short, and nobody sees the sum. What only some requests \
      need belongs into a file that is read on demand.
      """,
    evidence: """
      November 2026: the descriptions of 466 published skills hold 30,625 tokens. 10,000 tokens are the 40,000 characters \
      from which Claude Code warned of a large CLAUDE.md until the summer of 2026 (anthropics/claude-code, issue 56406); a \
      limit of yours takes their place. The sum is exact; whether a file may be that long is for you to say.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        String(repeating: "Answer in English, and be brief.\n", count: 1_400), path: "AGENTS.md",
        others: [.init(path: ".github/copilot-instructions.md", prompt: "Name the file.")])
    ],
    silent: ["Answer in English."])

  /// The limit of each file where nobody set one, in tokens.
  static let commonLimit = 10_000

  /// The limit of all files together; `nil` where nobody set one.
  let limit: Int?
  /// Limits by the path of a file: the lowest of those of files that are loaded together holds.
  var limits: [String: Int] = [:]

  /// Reports each folder that is over its limit and whose outer folders are not, in the file that holds most of it; and
  /// where nobody set a limit, each file that is over the common one by itself: files that were collected in a folder are
  /// not always loaded together.
  func check(_ run: AuditedRun) -> [PlacedFinding] {
    let imports = imports(run)
    let sizes = run.files.filter { !$0.load.agents.isEmpty && $0.alwaysOn > 0 }.map { file in
      Size(file: file, scope: file.load.scope, brought: imports[file.path] ?? [])
    }
    guard limit != nil || !limits.isEmpty else {
      return sizes.compactMap { Self.finding([$0], over: Self.commonLimit) }
    }
    let folders = Set(sizes.map(\.scope)).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    var reported: [String] = []
    var found: [PlacedFinding] = []
    for folder in folders where !reported.contains(where: { Self.holds($0, folder) }) {
      guard let largest = Self.largest(sizes, in: folder) else { continue }
      if let limit = limit(of: largest) {
        guard let finding = Self.finding(largest, over: limit) else { continue }
        reported.append(folder)
        found.append(finding)
      } else {
        found += largest.filter { $0.scope == folder }.compactMap { Self.finding([$0], over: Self.commonLimit) }
      }
    }
    return found
  }

  /// What a file sends with every request, with what it brings in.
  private struct Size {
    let file: PromptSummary
    /// The folder in which it is loaded.
    let scope: String
    let brought: [PromptSummary]

    var tokens: Int { brought.reduce(file.alwaysOn) { $0 + $1.sent } }
  }

  /// The files in `folder` and below it that the agent loads which loads most.
  private static func largest(_ sizes: [Size], in folder: String) -> [Size]? {
    let loaded = sizes.filter { holds($0.scope, folder) }
    return AgentProducts.each.map { agent in loaded.filter { $0.file.load.agents.contains(agent) } }
      .max { total($0) < total($1) }
  }

  /// The finding about `files`, in the one that holds most, if they are over `limit`.
  private static func finding(_ files: [Size], over limit: Int) -> PlacedFinding? {
    let total = total(files)
    guard total > limit, let place = files.max(by: { ($0.tokens, $1.file.path) < ($1.tokens, $0.file.path) }) else {
      return nil
    }
    let count = files.count + broughtOnce(files).count
    let message: Finding.Message = .total(total, files: count, limit: limit)
    return PlacedFinding(
      path: place.file.path, finding: Finding(page, message, at: .beginning, cost: .over(total - limit)))
  }

  private func limit(of files: [Size]) -> Int? { files.compactMap { limits[$0.file.path] }.min() ?? limit }

  /// The files that each file which is always loaded brings in, and that its agents do not load anyway.
  private func imports(_ run: AuditedRun) -> [String: [PromptSummary]] {
    var files: [String: [PromptSummary]] = [:]
    for set in run.sets where set.loadClass == .always {
      let members = run.members(of: set)
      guard let root = members.first else { continue }
      files[set.root] = members.dropFirst().filter { $0.load.agents.isDisjoint(with: root.load.agents) }
    }
    return files
  }

  /// What the files send and bring in; what several bring in is sent once.
  private static func total(_ files: [Size]) -> Int {
    files.reduce(0) { $0 + $1.file.alwaysOn } + broughtOnce(files).reduce(0) { $0 + $1.sent }
  }

  private static func broughtOnce(_ files: [Size]) -> [PromptSummary] {
    var seen = Set(files.map(\.file.path))
    return files.flatMap(\.brought).filter { seen.insert($0.path).inserted }
  }

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
