public import TareModels
public import TareText
public import TareTokens

/// What an audit found, file by file, in the order the files were given.
public struct AuditReport: Sendable {
  /// The files.
  public let files: [FileAudit]
  /// What all numbers of tokens were counted with.
  public let counting: ModelTokenizer
  private let ownPages: [RulePage]

  /// A report over `files`, all counted with `counting`.
  ///
  /// - Parameter ownPages: The pages of rules of the user's own.
  public init(files: [FileAudit], counting: ModelTokenizer, ownPages: [RulePage] = []) {
    self.files = files
    self.counting = counting
    self.ownPages = ownPages
  }

  /// The pages of all rules that may have found something.
  public var pages: [RulePage] { RuleCatalogue.pages + RulePage.engine + ownPages }

  /// What the sums are worth.
  public var basis: TokenCount.Basis {
    let counts = files.filter { !$0.isFailure }.map { TokenCount($0.ledger.sent, basis: $0.ledger.basis) }
    // One auditor made them all, so that they can be added up.
    return (try? TokenCount.sum(of: counts))?.basis ?? counting.basis
  }

  /// The findings of all files.
  public var findingCount: Int { files.reduce(0) { $0 + $1.findings.count } }
  /// The tokens that all files send.
  public var sent: Int { files.reduce(0) { $0 + $1.ledger.sent } }
  /// The tokens that would not be sent if everything were mended, each counted once.
  public var wasted: Int { files.reduce(0) { $0 + $1.ledger.wasted } }
  /// The findings that a safe fix mends.
  public var safelyFixableCount: Int { count(fixedBy: .safe) }
  /// The findings that only an unsafe fix mends.
  public var unsafelyFixableCount: Int { count(fixedBy: .unsafe) }
  /// Whether a file could not be read or understood.
  public var hasFailures: Bool { files.contains(where: \.isFailure) }

  private func count(fixedBy safety: FixSafety) -> Int {
    files.reduce(0) { $0 + $1.findings.count { $0.fix?.safety == safety } }
  }
}

/// What an audit found in one file.
public struct FileAudit: Sendable, Hashable {
  /// The path.
  public let path: String
  /// The text that the findings' ranges lead into: the whole file, or as much of it as is text.
  public let source: SourceText
  /// The findings, by place.
  public internal(set) var findings: [Finding]
  /// What they are worth together.
  public let ledger: Ledger
  /// Whether the file could not be read or understood, so that its one finding is about that.
  public let isFailure: Bool
  /// What is kept of it to compare it with other files; `nil` for a file that could not be read.
  public let summary: PromptSummary?
  /// What was found and let be, by a comment or from outside.
  public internal(set) var suppressed: [SuppressedFinding] = []
  /// The tokens that comments cost which let findings be and are sent with every request.
  public internal(set) var suppressionTokens = 0
  /// What was found and is known already.
  public internal(set) var known: [Finding] = []
  /// What is known and was not found.
  public internal(set) var unseen: [Baseline.Entry] = []
}

extension FileAudit {
  /// The same audit, where of what is known and was not found only that of these rules is left: what was not looked for
  /// may well be there.
  public func limitingUnseen(to codes: Set<String>) -> FileAudit {
    guard !unseen.isEmpty else { return self }
    var audit = self
    audit.unseen = unseen.filter { codes.contains($0.code) }
    return audit
  }

  /// An audit with what a gate kept back.
  init(
    path: String, source: SourceText, findings: [Finding], ledger: Ledger, isFailure: Bool, summary: PromptSummary,
    gate: FindingGate,
    _ recount: Recount
  ) {
    self.init(path: path, source: source, findings: findings, ledger: ledger, isFailure: isFailure, summary: summary)
    suppressed = gate.suppressions.suppressed.sorted { $0.finding < $1.finding }
    suppressionTokens = gate.suppressions.sentTokens(recount)
    known = gate.knownFindings.sorted()
    unseen = gate.unseen
  }
}
