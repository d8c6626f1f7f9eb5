import TareText

/// Finds paragraphs that stand in two files which are loaded together.
struct DuplicateAcrossLoadSet {
  /// What the rule says about itself.
  static let page = RulePage(
    code: "DUP007", name: "duplicate-across-load-set",
    summary: "A paragraph stands in two files that are sent in one request.",
    rationale: """
      A file for agents in a folder is loaded with those of the folders above it and with what it imports. What two of \
      them say is paid for twice in every request, and drifts apart when one of them is changed.
      """,
    evidence: """
      November 2026: paragraphs of 100 bytes and more that stand in several files of one repository hold 2.5 % of the \
      tokens of 2,049 prompts, up to 38 % in one repository; only those of files that are loaded together are waste.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        "Answer in the language that the customer writes in, and quote the paragraph of the handbook that you rely on.",
        path: "web/AGENTS.md",
        others: [
          .init(
            path: "AGENTS.md",
            prompt:
              "Answer in the language that the customer writes in, and quote the paragraph of the handbook that you rely on."
          )
        ])
    ],
    silent: ["Answer in the language that the customer writes in."])

  /// A paragraph of one file that another has too.
  private struct Repetition: Hashable {
    let paragraph: SummarizedParagraph
    let original: String
  }

  /// Reports each file once, at the first such paragraph. Of two files, it is the one that is loaded less often: a folder's
  /// repeats what stands above it, and one that imports repeats what it imports.
  func check(_ run: AuditedRun) -> [PlacedFinding] {
    var repetitions: [String: [SourceRange: Repetition]] = [:]
    for set in run.sets {
      var originals: [UInt64: String] = [:]
      for file in run.members(of: set).reversed() {
        for paragraph in file.paragraphs {
          let original = originals[paragraph.hash, default: file.path]
          originals[paragraph.hash] = original
          guard original != file.path, repetitions[file.path]?[paragraph.range] == nil else { continue }
          repetitions[file.path, default: [:]][paragraph.range] = Repetition(paragraph: paragraph, original: original)
        }
      }
    }
    return run.files.compactMap { file in repetitions[file.path].flatMap { finding(Array($0.values), in: file.path) } }
  }

  private func finding(_ repetitions: [Repetition], in path: String) -> PlacedFinding? {
    guard let first = repetitions.min(by: { $0.paragraph.range < $1.paragraph.range }) else { return nil }
    let tokens = repetitions.reduce(0) { $0 + $1.paragraph.tokens }
    return PlacedFinding(
      path: path,
      finding: Finding(
        Self.page, .repeats(repetitions.count, first.original), at: first.paragraph.range, cost: .held(tokens)))
  }
}

extension Finding.Message {
  fileprivate static func repeats(_ count: Int, _ original: String) -> Self {
    count == 1
      ? "paragraph stands in \"\(original)\" too, which is loaded with this file"
      : "\(count.grouped) paragraphs stand in files that are loaded with this one too (the first in \"\(original)\")"
  }
}
