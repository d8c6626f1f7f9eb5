import TarePrompts
import TareText

/// Makes findings of suppressions that hide nothing, with fixes that were tried.
///
/// These fixes need not save tokens, since most formats do not send their comments; they must leave the structure as it
/// is all the same: a comment may be what parts two lists.
struct UnusedSuppressionFixes {
  private let document: PromptDocument
  private let recount: Recount

  /// How many are tried one by one where not all can go together: each trial reads the document.
  private static let trialLimit = 16

  init(_ document: PromptDocument, _ recount: Recount) {
    self.document = document
    self.recount = recount
  }

  func verified(_ unused: [UnusedSuppression]) -> [Finding] {
    guard !unused.isEmpty else { return [] }
    let edits = unused.map { $0.edits(in: document) }
    let all = isHarmless(unused, edits)
    return zip(unused, edits).enumerated().map { index, pair in
      let mayGo = all || (index < Self.trialLimit && isHarmless([pair.0], [pair.1]))
      return finding(pair.0, mayGo ? pair.1 : [])
    }
  }

  private func finding(_ unused: UnusedSuppression, _ edits: [Edit]) -> Finding {
    let fix =
      edits.isEmpty ? nil : Fix(unused.isWhole ? "delete the comment" : "leave those rules out", .safe, edits: edits)
    let isCounted = unused.isSent && !edits.isEmpty
    guard isCounted, let saving = recount.savings(of: edits).first, saving > 0 else {
      return Finding(.unusedSuppression, unused.message, at: unused.place, fixingUncounted: fix)
    }
    return Finding(.unusedSuppression, unused.message, at: unused.place, cost: .wasted(saving), fix: fix)
  }

  private func isHarmless(_ unused: [UnusedSuppression], _ edits: [[Edit]]) -> Bool {
    let all = edits.flatMap(\.self).sorted { $0.range < $1.range }
    guard !all.isEmpty, let text = try? document.source.applying(all), let after = try? document.replacing(text) else {
      return false
    }
    // Within a comment nothing is structure, and what sends the same is the same.
    let isSentAlike = after.sentTexts.map(\.utf8) == document.sentTexts.map(\.utf8)
    guard unused.allSatisfy(\.isWhole), !isSentAlike else { return true }
    return PromptStructure(of: document).survives(as: PromptStructure(of: after), deleting: all.map(\.range))
  }
}
