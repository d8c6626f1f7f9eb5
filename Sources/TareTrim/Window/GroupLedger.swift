import TareConversations

/// The groups of a conversation as trimming sees them: their kinds, and sums over any run of them at once.
///
/// ```
/// group      0        1      2         3      4         5
/// kind       instr.   human  exchange  answer human     answer
/// sums       0  t0    +t1    +t2       +t3    +t4       +t5      one entry more than groups
/// ```
/// The tokens of groups *a*..<*b* are `sums[b] - sums[a]`; orphans weigh nothing, since they always go.
struct GroupLedger {
  enum Kind {
    case instruction
    case human
    /// The model speaks, with or without tool results behind it.
    case assistant
    /// What an earlier trimming added: a note in place of messages, what was recalled, chunks.
    case note
    case orphan

    /// Whether somebody speaks, so that it may be recalled.
    var isSaid: Bool { self == .human || self == .assistant }
  }

  let kinds: [Kind]
  let groups: [MessageGroup]
  private let full: [Int]
  private let cleared: [Int]
  private let instructions: [Int]
  private let humans: [Int]
  private let messages: [Int]
  private let exchanges: [Int]
  private let answers: [Int]
  /// The newest person's group among the first *i* groups.
  private let lastHumans: [Int?]
  /// The newest group among the first *i* that is no instruction.
  private let newests: [Int?]

  /// - Parameters:
  ///   - messageTokens: What a message weighs.
  ///   - clearedTokens: What it weighs once its tool results are cleared.
  init(_ conversation: Conversation, messageTokens: (Int) -> Int, clearedTokens: (Int) -> Int) {
    groups = conversation.groups
    let lastUser = conversation.messages.indices.last(where: conversation.speaksAsPerson)
    kinds = groups.map { Kind($0, in: conversation, lastUser: lastUser) }
    let tokens = zip(groups, kinds).map { group, kind in
      kind == .orphan ? 0 : group.messages.reduce(0) { $0 + messageTokens($1) }
    }
    full = tokens.runningSums
    cleared =
      zip(groups, kinds).map { group, kind in
        kind == .orphan ? 0 : group.messages.reduce(0) { $0 + clearedTokens($1) }
      }.runningSums
    instructions = zip(tokens, kinds).map { $1 == .instruction ? $0 : 0 }.runningSums
    humans = kinds.map { $0 == .human ? 1 : 0 }.runningSums
    messages = zip(groups, kinds).map { $1 == .human || $1 == .assistant ? $0.messages.count : 0 }.runningSums
    answers = kinds.map { $0 == .assistant ? 1 : 0 }.runningSums
    exchanges = groups.map { $0.messages.count > 1 ? 1 : 0 }.runningSums
    let speaks = zip(groups, kinds).map { group, kind in
      kind == .human || (kind == .assistant && group.messages.contains { conversation.speaksAsPerson($0) })
    }
    lastHumans = speaks.runningLast { $0 }
    newests = kinds.runningLast { $0 != .instruction && $0 != .orphan }
  }

  func tokens(_ range: Range<Int>) -> Int { full.sum(range) }
  func tokens(of group: Int) -> Int { full.sum(group..<(group + 1)) }
  func clearedTokens(_ range: Range<Int>) -> Int { cleared.sum(range) }
  func instructionTokens(_ range: Range<Int>) -> Int { instructions.sum(range) }
  func humanCount(_ range: Range<Int>) -> Int { humans.sum(range) }
  func messageCount(_ range: Range<Int>) -> Int { messages.sum(range) }
  func answerCount(_ range: Range<Int>) -> Int { answers.sum(range) }
  func lastHuman(before end: Int) -> Int? { lastHumans[end] }

  /// Where the last words of a person stand in one group with a call of the model: the person's message before it, with
  /// which the history begins when all else is gone; the note of an earlier trimming where there is none.
  func opener(before end: Int) -> Int? {
    guard let last = lastHumans[end], kinds[last] == .assistant else { return nil }
    return kinds[..<last].lastIndex(of: .human) ?? kinds[..<last].lastIndex(of: .note)
  }

  /// The newest group that is no instruction, which always stays.
  func newest(before end: Int) -> Int? { newests[end] }

  /// The first group of the `count` newest exchanges; what stands before it may lose its tool results.
  ///
  /// - Complexity: O(log *g*), as the sums rise.
  func startOfNewestExchanges(_ count: Int, before end: Int) -> Int {
    let wanted = exchanges[end] - count
    var (low, high) = (0, end)
    while low < high {
      let middle = (low + high) / 2
      if exchanges[middle + 1] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension GroupLedger.Kind {
  /// - Parameter lastUser: The last message of the user, which is a person's whatever it looks like: a person may
  ///   quote a note, and what was asked last is never dropped.
  fileprivate init(_ group: MessageGroup, in conversation: Conversation, lastUser: Int?) {
    let first = group.messages.lowerBound
    let role = conversation.messages[first].role
    self =
      if group.isOrphan {
        .orphan
      } else if group.messages.contains(where: { conversation.stays($0) }) {
        .instruction
      } else if role == .user, first != lastUser, OwnWords.isAll(of: conversation.messages[first]) {
        .note
      } else if conversation.speaksAsPerson(first) {
        .human
      } else { .assistant }
  }
}

extension Array {
  /// For each number of first kinds the last of them that `isWanted`.
  fileprivate func runningLast(where isWanted: (Element) -> Bool) -> [Int?] {
    var last: Int?
    return [nil]
      + enumerated().map { index, kind in
        if isWanted(kind) { last = index }
        return last
      }
  }
}

extension [Int] {
  fileprivate var runningSums: [Int] {
    var sums = [0]
    sums.reserveCapacity(count + 1)
    var sum = 0
    for number in self {
      sum += number
      sums.append(sum)
    }
    return sums
  }

  fileprivate func sum(_ range: Range<Int>) -> Int { self[range.upperBound] - self[range.lowerBound] }
}
