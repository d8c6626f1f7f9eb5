import TareConversations
import TareJSON
import TareTokens
import TareTrim

/// The tokens of one kind before and after a trimming.
public struct TrimSection: Sendable, Hashable {
  /// What they are of: `tools`, `instructions`, `history`, `note`, `recall` or `chunks`.
  public let name: String
  /// The tokens as they came.
  public let before: Int
  /// The tokens that are sent.
  public let after: Int
}

extension TrimReport {
  /// Where the tokens are, before and after; what has none in either is left out. They add up to the totals.
  public var sections: [TrimSection] {
    let instructions = plan.decisions.filter(\.isInstruction)
    let history = plan.decisions.filter { !$0.isInstruction }
    let said = [
      ("instructions", instructions, instructionsBeside), ("history", history, 0),
    ].map { name, decisions, beside in
      TrimSection(
        name: name, before: decisions.reduce(beside) { $0 + $1.tokens },
        after: decisions.reduce(beside) { $0 + $1.tokensAfter })
    }
    let added = [TrimPlan.Addition.Kind.note, .recall, .chunks].map { kind in
      TrimSection(
        name: kind.rawValue, before: 0,
        after: plan.additions.filter { $0.kind == kind }.reduce(0) { $0 + $1.tokens })
    }
    let fixed = TrimSection(
      name: "tools", before: fixedTokens - instructionsBeside, after: fixedTokens - instructionsBeside)
    return ([fixed] + said + added).filter { $0.before > 0 || $0.after > 0 }
  }

  /// The sections as a member of an account.
  func writeSections(to object: inout JSONWriter) {
    object.array("sections") { list in
      for section in sections {
        list.object {
          $0.member("name", section.name)
          $0.member("before", section.before)
          $0.member("after", section.after)
        }
      }
    }
  }
}

extension TrimDecision {
  fileprivate var isInstruction: Bool { role.isInstruction || reason == .instruction }
}
