import Foundation
import TareAudit

extension MutationTests {
  /// Words that say nothing.
  static let words: [Mutation] = [
    Mutation(code: "VRB001", name: "please", change: Mutation.inserting("Please ask for the number.")),
    Mutation(code: "VRB002", name: "in order to", change: Mutation.inserting("Ask in order to know the number.")),
    Mutation(code: "VRB003", name: "note that", change: Mutation.inserting("It is important to note that it is open.")),
    Mutation(code: "VRB004", name: "your task", change: Mutation.inserting("Your task is to ask for the number.")),
    Mutation(code: "VRB005", name: "very", change: Mutation.inserting("Be very quick and extremely kind.")),
    Mutation(
      code: "VRB006", name: "capitals",
      change: Mutation.inserting("NEVER EVER PROMISE ANY DATE FOR SOME REPAIR AND ALWAYS QUOTE EVERY SINGLE PARAGRAPH")),
    Mutation(code: "VRB007", name: "be helpful", change: Mutation.inserting("Be helpful.")),
  ]

  /// Prompts that are too long, or became so.
  static let sizes: [Mutation] = [
    Mutation(code: "BUD001", name: "a budget", settings: AuditSettings(maxTokens: 100)) { all, _ in all },
    Mutation(
      code: "BUD002", name: "growth", settings: AuditSettings(maxGrowth: .tokens(10)), isCompared: true,
      change: { all, _ in all + ["The refund follows the parcel after a call, and the voucher follows the refund."] }),
    Mutation(code: "BUD003", name: "a section with most of it") { all, _ in
      ["# Tone"] + all[..<2] + ["# Cases"] + all[2..<38] + ["# Rest"] + all[38...]
    },
    Mutation(
      code: "BUD004", name: "a program",
      change: Mutation.inserting(
        "```swift\n" + (1...200).map { "let case\($0) = desk.opened(parcel: \($0 * 7))" }.joined(separator: "\n")
          + "\n```")),
    Mutation(code: "BUD006", name: "mostly examples") { all, _ in
      all[..<10] + ["# Examples"] + all[10...]
    },
    Mutation(code: "BUD007", name: "a small window", settings: AuditSettings(contextWindow: 8_000)) { all, _ in all },
  ]
}
