/// Which message answers the calls of which.
///
/// Calls that the app runs are answered where the format has results: directly behind, in the next turn, or anywhere
/// behind. Calls that the provider runs are answered in the same message or in a later one of a turn that was paused,
/// and may lack an answer while it is.
struct CallPairing {
  /// For each message the last one that answers a call of it; the message itself where none does.
  private(set) var reach: [Int]
  /// The first unanswered call of each message that has one.
  private(set) var unanswered: [Int: Int] = [:]
  /// The first result without a call of each message that has one. No call counts as answered by such a message.
  private(set) var unasked: [Int: ToolResult] = [:]

  private let rules: FormatRules
  private var open: OpenCalls
  private var openAtProvider: OpenCalls
  /// Whether a result was read since the last message of the model.
  private var isAnswering = false

  /// - Complexity: O(*n*) in messages, calls and results.
  init(_ messages: [Message], rules: FormatRules) {
    self.rules = rules
    reach = Array(messages.indices)
    open = OpenCalls(resultsMayOmitID: rules.resultsMayOmitID)
    openAtProvider = OpenCalls(resultsMayOmitID: rules.resultsMayOmitID)
    for index in messages.indices {
      read(index, role: messages[index].role, calls: messages[index].calls, results: messages[index].results)
    }
    giveUp()
  }

  /// Takes results without calls for answers to calls that stand elsewhere.
  mutating func forgetUnasked() { unasked = [:] }

  /// Takes of a message what pairing is about; the rest of it is not copied.
  private mutating func read(_ message: Int, role: Role, calls: [ToolCall], results: [ToolResult]) {
    for (place, call) in calls.enumerated() where call.isProviderRun {
      openAtProvider.open(call, at: OpenCalls.Place(message: message, call: place))
    }
    let provided = results.filter(\.isProviderRun)
    if !provided.isEmpty { note(provided, of: message, answering: openAtProvider.close(provided)) }
    let returned = provided.isEmpty ? results : results.filter { !$0.isProviderRun }
    if returned.isEmpty {
      endTurnIfNeeded(by: role)
    } else {
      note(returned, of: message, answering: open.close(returned))
    }
    for (place, call) in calls.enumerated() where !call.isProviderRun {
      open.open(call, at: OpenCalls.Place(message: message, call: place))
    }
  }

  /// A message without results ends the wait for them, where the format has them before it.
  private mutating func endTurnIfNeeded(by role: Role) {
    switch rules.resultPlacement {
    case .directlyBehind: giveUp()
    case .nextTurn: if role != .assistant || isAnswering { giveUp() }
    case .anywhereBehind: break
    }
    isAnswering = false
  }

  private mutating func note(_ results: [ToolResult], of message: Int, answering answers: OpenCalls.Answers) {
    switch answers {
    case .lacking(let result):
      unasked[message] = result
      if !result.isProviderRun, rules.resultPlacement != .anywhereBehind { giveUp() }
    case .all(let places):
      isAnswering = true
      for place in places { reach[place.message] = max(reach[place.message], message) }
    }
  }

  private mutating func giveUp() {
    guard !open.isEmpty else { return }
    for place in open.giveUp() {
      unanswered[place.message] = min(unanswered[place.message] ?? place.call, place.call)
    }
  }
}
