import TarePrompts
import TareText

/// Takes out the findings of one file that were let be, and remembers what was needed for it.
struct Suppressions {
  private let reading: SuppressionReading
  private let document: PromptDocument
  private let policy: SuppressionPolicy
  private let comments: [SuppressionComment]
  /// The words that let something be.
  private var used: Set<Use> = []
  /// The entries that would let something be if they still held.
  private var missed: Set<Int> = []
  /// What was taken out, in the order of the findings.
  private(set) var suppressed: [SuppressedFinding] = []

  private struct Use: Hashable {
    let entry: Int
    let word: Int
  }

  /// The suppressions of `document` and those from outside.
  ///
  /// - Parameter pages: The rules that are run.
  init(_ document: PromptDocument, outside: [Suppression], running pages: [RulePage], policy: SuppressionPolicy) {
    self.document = document
    self.policy = policy
    comments = document.suppressionComments
    let known = RuleCatalogue.pages + pages.filter { page in !RuleCatalogue.pages.contains { $0.code == page.code } }
    reading = SuppressionReading(document, comments, outside: outside, pages: known)
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { comments.isEmpty && reading.entries.isEmpty }

  /// What is left of `finding`; `nil` where all of it was let be. A finding that is about many places loses those that
  /// stand in covered lines.
  mutating func remaining(of finding: Finding) -> Finding? {
    let named = reading.entries.indices.filter { reading.entries[$0].words.contains { $0.names(finding) } }
    missed.formUnion(named.filter { !isActive($0) })
    let entries = named.filter(isActive)
    guard !entries.isEmpty else { return finding }
    var reason: String?
    var uses: Set<Use> = []
    let rest = finding.remaining { range in
      let line = document.source.lineIndex(at: range.start)
      guard let entry = entries.first(where: { reading.entries[$0].covers(line) }) else { return false }
      reason = reason ?? reading.entries[entry].reason
      for word in reading.entries[entry].words.indices where reading.entries[entry].words[word].names(finding) {
        uses.insert(Use(entry: entry, word: word))
      }
      return true
    }
    used.formUnion(uses)
    if rest == nil { suppressed.append(SuppressedFinding(finding: finding, reason: reason)) }
    return rest?.notingWhatIsOut(of: finding, "let be")
  }

  private func isActive(_ index: Int) -> Bool { !isExpired(reading.entries[index]) }

  private func isExpired(_ entry: SuppressionEntry) -> Bool {
    guard let until = entry.until, let today = policy.today else { return false }
    return until < today
  }

  // MARK: What is to be said of them

  /// What is wrong with suppressions, once all findings went through.
  func findings(running codes: Set<String>, _ recount: Recount) -> [Finding] {
    let unused = unusedFindings(running: codes)
    return reading.findings + reading.entries.indices.flatMap(ownFindings)
      + UnusedSuppressionFixes(document, recount).verified(unused)
  }

  /// The tokens that comments cost which are sent.
  func sentTokens(_ recount: Recount) -> Int {
    let edits = comments.filter(\.isSent).map { Edit.delete($0.range) }
    return edits.isEmpty ? 0 : max(0, recount.savings(of: edits).first ?? 0)
  }

  private func ownFindings(_ index: Int) -> [Finding] {
    let entry = reading.entries[index]
    guard !entry.isForManyFiles || missed.contains(index) else { return [] }
    var findings: [Finding] = []
    if policy.requiresReason, entry.reason == nil {
      findings.append(Finding(.suppressionWithoutReason, .noReason(entry.source), at: place(of: entry)))
    }
    if let until = entry.until, isExpired(entry) {
      findings.append(Finding(.expiredSuppression, .expired(until, entry.source), at: place(of: entry)))
    }
    return findings
  }

  private func place(of entry: SuppressionEntry) -> SourceRange {
    if case .comment(let comment, _) = entry.source { return comment.range }
    let start = document.source.byteOrderMarkLength
    return SourceRange(start, start)
  }

  private func unusedFindings(running codes: Set<String>) -> [UnusedSuppression] {
    reading.entries.indices.filter { isActive($0) && !reading.entries[$0].isForManyFiles }.compactMap { index in
      let entry = reading.entries[index]
      let unused = entry.words.indices.filter { word in
        !used.contains(Use(entry: index, word: word)) && isJudged(entry.words[word], codes)
      }
      return unused.isEmpty ? nil : UnusedSuppression(entry: entry, words: unused, place: place(of: entry))
    }
  }

  /// Whether all rules that a word is about and that run unasked were run, so that nothing found means something.
  private func isJudged(_ word: RuleWord, _ codes: Set<String>) -> Bool {
    let named = RuleCatalogue.pages.filter(word.names)
    let unasked = named.filter(\.isOnByDefault)
    let judged = unasked.isEmpty ? named : unasked
    return judged.isEmpty ? codes.contains(word.text.uppercased()) : judged.allSatisfy { codes.contains($0.code) }
  }
}

extension Finding.Message {
  fileprivate static func noReason(_ source: SuppressionEntry.Source) -> Self {
    "\(source.subject) does not say why; a reason stands behind --"
  }

  fileprivate static func expired(_ until: CalendarDate, _ source: SuppressionEntry.Source) -> Self {
    "\(source.subject) held until \(until.description)"
  }
}
