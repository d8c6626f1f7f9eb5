/// Which groups of a history stand in the window. It changes only at a cut, and everything that the kept prefix looks
/// like follows from it, so that the prefix is the same bytes from one cut to the next.
///
/// ```
/// groups   0      1      2      3      4      5      6      7
///          instr. human  exch.  answ.  human  exch.  exch.  exch.
/// kept     ■                           ■             ■      ■        cut 6, anchor 4
/// ```
struct WindowState: Equatable {
  /// The first group of the window; of the groups before it only instructions and the anchor stay.
  var cut = 0
  /// What stays of what stands before the cut beside instructions: the group with the last message of a person, and,
  /// where that begins with the model, the last message before it that is a person's alone.
  var anchors: [Int] = []
  /// Groups before this one have lost their tool results.
  var clearedBefore = 0
  /// What is set aside for the note in place of the dropped groups; 0 for no note.
  var placeholderTokens = 0
  /// Groups before the cut that stay because they bear on the question.
  private(set) var recalled: Set<Int> = []
  /// The tokens of those groups.
  private(set) var recalledTokens = 0
  /// Whether the last cut was made because there were too many turns or messages, not too many tokens.
  var isCutByNumber = false

  func keeps(_ group: Int, _ kind: GroupLedger.Kind) -> Bool {
    switch kind {
    case .orphan: false
    case .instruction: true
    case .human, .assistant, .note: group >= cut || anchors.contains(group) || recalled.contains(group)
    }
  }

  mutating func recall(_ groups: Range<Int>, _ ledger: GroupLedger) {
    recalled.formUnion(groups)
    recalledTokens += ledger.tokens(groups)
  }

  mutating func forget(_ groups: Range<Int>, _ ledger: GroupLedger) {
    recalled.subtract(groups)
    recalledTokens -= ledger.tokens(groups)
  }
}

/// How much a window may hold.
struct WindowLimits {
  var tokens: Int
  var turns: Int?
  var messages: Int?
}
