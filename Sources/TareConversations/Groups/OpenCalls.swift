/// The calls that no result has answered yet, across messages.
///
/// Looked up by what a result says, so that a thousand parallel calls cost no more each than one. A call stands in one
/// queue, or in two where its result may leave its id out; `isOpen` tells for both whether it is still to be answered.
struct OpenCalls {
  /// Where a call stands: its message, and its place among the calls of it.
  struct Place {
    let message: Int
    let call: Int
  }

  /// What a call and its result share: the id, or else the name, or nothing but their order.
  private enum Key: Hashable {
    case id(String)
    case name(String)
    case order
  }

  private struct Queue {
    var calls: [Int] = []
    var head = 0
  }

  /// A call that was taken out of a queue, and where it stood in it.
  private struct Taken {
    let key: Key
    let position: Int
    let call: Int
  }

  private let resultsMayOmitID: Bool
  private var places: [Place] = []
  private var isOpen: [Bool] = []
  private var queues: [Key: Queue] = [:]
  private var count = 0
  /// Calls before this one are closed or given up.
  private var firstOpen = 0

  init(resultsMayOmitID: Bool) {
    self.resultsMayOmitID = resultsMayOmitID
  }

  var isEmpty: Bool { count == 0 }

  mutating func open(_ call: ToolCall, at place: Place) {
    let number = places.count
    places.append(place)
    isOpen.append(true)
    count += 1
    if let id = call.id { queues[.id(id), default: Queue()].calls.append(number) }
    guard call.id == nil || resultsMayOmitID else { return }
    queues[.name(call.name), default: Queue()].calls.append(number)
    queues[.order, default: Queue()].calls.append(number)
  }

  /// What results come to.
  enum Answers {
    /// Each has a call, which stands there.
    case all([Place])
    /// One has none, and none of the calls counts as answered.
    case lacking(ToolResult)
  }

  /// Closes the call of each result, or none.
  mutating func close(_ results: [ToolResult]) -> Answers {
    var taken: [Taken] = []
    for result in results {
      guard let found = take(result) else {
        for found in taken.reversed() { reopen(found) }
        return .lacking(result)
      }
      taken.append(found)
    }
    return .all(taken.map { places[$0.call] })
  }

  /// Gives up all calls that are open, and says where they stand.
  mutating func giveUp() -> [Place] {
    let given = (firstOpen..<places.count).filter { isOpen[$0] }.map { places[$0] }
    for number in firstOpen..<places.count { isOpen[number] = false }
    firstOpen = places.count
    queues.removeAll(keepingCapacity: true)
    count = 0
    return given
  }

  private mutating func take(_ result: ToolResult) -> Taken? {
    if let id = result.callID, let found = take(.id(id)) { return found }
    guard result.callID == nil || resultsMayOmitID else { return nil }
    return take(result.name.map { .name($0) } ?? .order)
  }

  private mutating func take(_ key: Key) -> Taken? {
    guard var queue = queues[key] else { return nil }
    while queue.head < queue.calls.count, !isOpen[queue.calls[queue.head]] { queue.head += 1 }
    defer { queues[key] = queue }
    guard queue.head < queue.calls.count else { return nil }
    let found = Taken(key: key, position: queue.head, call: queue.calls[queue.head])
    queue.head += 1
    isOpen[found.call] = false
    count -= 1
    return found
  }

  private mutating func reopen(_ taken: Taken) {
    isOpen[taken.call] = true
    queues[taken.key]?.head = taken.position
    count += 1
  }
}
