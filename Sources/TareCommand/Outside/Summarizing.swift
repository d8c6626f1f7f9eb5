import Tare

/// Asks a summariser for the notes of one run and remembers what it said, also from runs before where there is an archive.
final class Summarizing {
  private let summarizer: Summarizer
  private var summaries: SummaryTexts

  /// - Parameter archive: The file in which `tare trim --archive` keeps what it takes away and what was said of it.
  init(_ summarizer: @escaping Summarizer, archive: String?) throws(CommandError) {
    self.summarizer = summarizer
    guard let archive, FileKind(behind: archive) == .file else {
      // A stream may be of any length; what it is about is seldom more than this many conversations at a time.
      summaries = SummaryTexts(capacity: 1_024)
      return
    }
    summaries = SummaryTexts(capacity: .max)
    var lines = try LineReader(path: archive)
    while let line = try lines.next() { summaries.read(line) }
  }

  /// The plan with a summary in its note, and why there is none where one was asked for in vain.
  func plan(
    _ counted: CountedConversation, _ policy: TrimPolicy, within budget: Budget, chunks: ChunkRequest?,
    ranking: HistoryRanking?
  ) throws -> (plan: TrimPlan, warning: SummaryWarning?) {
    let (summarizer, known) = (summarizer, summaries)
    let outcome = try stoppablyWaiting {
      var summaries = known
      let (plan, warning) = try await policy.plan(
        counted, within: budget, chunks: chunks, ranking: ranking, summaries: &summaries, by: summarizer)
      return (plan: plan, warning: warning, summaries: summaries)
    }
    summaries = outcome.summaries
    return (outcome.plan, outcome.warning)
  }

  /// What an archive has to keep of the note of a plan.
  func entries(for plan: TrimPlan) -> [ArchiveEntry] {
    guard let note = plan.placeholder, summaries.knows(note.handle) else { return [] }
    return [ArchiveEntry(summary: summaries[note.handle], of: note.handle)]
  }
}
