extension JSONValue {
  /// Every string in the value in order, itself included; the names of members are not.
  ///
  /// - Complexity: O(*n*) in the values inside, without recursion.
  public var strings: [JSONValue] {
    var strings: [JSONValue] = []
    var open: [(end: Int, isObject: Bool)] = []
    var isName = false
    var place = index
    while place < (kind == .object || kind == .array ? document.nodes[index].next : index + 1) {
      while let container = open.last, place >= container.end { open.removeLast() }
      let node = document.nodes[place]
      isName = (open.last?.isObject ?? false) && !isName
      defer { place += 1 }
      if isName { continue }
      switch node.kind {
      case .string: strings.append(JSONValue(document: document, index: place))
      case .object, .array: open.append((node.next, node.kind == .object))
      case .number, .boolean, .null: break
      }
    }
    return strings
  }
}
