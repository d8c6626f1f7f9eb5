/// The calls of one message that no result has answered yet.
///
/// Looked up by what a result says, so that a thousand parallel calls cost no more each than one.
struct OpenCalls {
  /// What a call and its result share: the id, or the name in the forms that have no ids.
  private enum Key: Hashable {
    case id(String)
    case name(String)
  }

  /// The places of the open calls among those of the message, the last of each key first.
  private var places: [Key: [Int]] = [:]
  private var count = 0

  init(_ calls: [ToolCall]) {
    count = calls.count
    for (place, call) in calls.enumerated().reversed() {
      places[call.id.map { .id($0) } ?? .name(call.name), default: []].append(place)
    }
  }

  var isEmpty: Bool { count == 0 }

  /// The first open call.
  var first: Int? { places.values.compactMap(\.last).min() }

  /// Closes the call of each result; `false`, and nothing is closed, when there are no results or one has no call.
  mutating func close(_ results: [ToolResult]) -> Bool {
    var closed: [(key: Key, place: Int)] = []
    for result in results {
      guard let key = Self.key(of: result), let place = places[key]?.popLast() else {
        for (key, place) in closed.reversed() { places[key]?.append(place) }
        return false
      }
      closed.append((key, place))
    }
    count -= closed.count
    return !closed.isEmpty
  }

  private static func key(of result: ToolResult) -> Key? {
    result.callID.map { .id($0) } ?? result.name.map { .name($0) }
  }
}
