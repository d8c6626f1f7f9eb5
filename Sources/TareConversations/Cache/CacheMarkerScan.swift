import TareJSON

/// Finds the marks of a cache where formats have them: in a message, its blocks, the blocks of a block, its calls. What
/// stands deeper, such as the input of a tool, is data and is not looked at.
struct CacheMarkerScan {
  private(set) var markers: [CacheMarker] = []

  /// How many of these objects are or carry a mark.
  static func count(in values: [JSONValue]) -> Int {
    values.reduce(0) { sum, value in sum + value.members.count { isMarker($0) } }
  }

  /// Looks into a message, or what a dump has as its members, and its content.
  mutating func scan(message: JSONValue, content: JSONValue?) {
    scan(membersOf: message, block: nil)
    for call in message["tool_calls"]?.elements ?? [] { scan(membersOf: call, block: nil) }
    scan(blocks: content, block: nil)
  }

  private mutating func scan(blocks: JSONValue?, block outer: Int?) {
    guard let blocks, blocks.kind == .array else { return }
    for (position, element) in blocks.elements.enumerated() {
      let block = outer ?? position
      if let mark = element[CacheMarker.block] {
        let place = CacheMarker.Place(range: element.range, block: block, container: blocks, position: position)
        markers.append(CacheMarker(name: CacheMarker.block, value: mark, place: place))
        continue
      }
      scan(membersOf: element, block: block)
      if outer == nil { scan(blocks: element["content"], block: block) }
    }
  }

  private mutating func scan(membersOf object: JSONValue, block: Int?) {
    for (position, member) in object.members.enumerated() where CacheMarker.members.contains(member.name) {
      guard !member.value.isNull else { continue }
      let place = CacheMarker.Place(range: member.range, block: block, container: object, position: position)
      markers.append(CacheMarker(name: member.name, value: member.value, place: place))
    }
  }

  private static func isMarker(_ member: JSONMember) -> Bool {
    (CacheMarker.members.contains(member.name) || member.name == CacheMarker.block) && !member.value.isNull
  }
}

extension Message {
  /// The marks of a cache in the message, in order.
  ///
  /// - Complexity: O(*n*) in the values of the message.
  public var cacheMarkers: [CacheMarker] {
    var scan = CacheMarkerScan()
    scan.scan(message: body, content: content)
    return scan.markers
  }
}
