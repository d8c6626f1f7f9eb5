import TareJSON
import TareText

extension Finding {
  /// The finding that ``writeCached(to:)`` wrote; `nil` where that is damaged or leads out of the text.
  init?(cached value: JSONValue, in source: SourceText) {
    guard let code = value["code"]?.string, let name = value["name"]?.string,
      let severity = value["severity"]?.string.flatMap(Severity.init(rawValue:)),
      let message = value["message"]?.string, let range = value["range"].flatMap(SourceRange.init(cached:)),
      let cost = value["cost"].flatMap(Cost.init(cached:)), let least = value["least"]?.integer,
      let removal = value["removal"].flatMap({ [Edit](cached: $0) }),
      ([range] + removal.map(\.range)).allSatisfy({ $0.end <= source.utf8.count })
    else { return nil }
    let fix = value["fix"].flatMap { Fix(cached: $0, edits: removal) }
    guard fix != nil || value["fix"] == nil else { return nil }
    self.init(
      code: code, name: name, severity: severity, message: Message(stringLiteral: message), range: range, cost: cost,
      fix: fix, leastSaving: least, removal: removal, prompt: value["prompt"]?.integer)
  }

  func writeCached(to object: inout JSONWriter) {
    object.member("code", code)
    object.member("name", name)
    object.member("severity", severity.rawValue)
    object.member("message", message.description)
    object.array("range") { range.writeCached(to: &$0) }
    object.array("cost") { cost.writeCached(to: &$0) }
    object.member("least", leastSaving)
    object.array("removal") { array in for edit in removal { array.array { edit.writeCached(to: &$0) } } }
    if let prompt { object.member("prompt", prompt) }
    if let fix { object.object("fix") { fix.writeCached(to: &$0, removal: removal) } }
  }
}

extension Finding.Cost {
  fileprivate init?(cached value: JSONValue) {
    guard let kind = value.elements.first?.string, let tokens = value.elements.last?.integer else { return nil }
    let costs: [Self] = [.none, .wasted(tokens), .uncached(tokens), .over(tokens), .held(tokens)]
    guard let cost = costs.first(where: { $0.cacheName == kind }) else { return nil }
    self = cost
  }

  fileprivate func writeCached(to array: inout JSONWriter) {
    array.value(cacheName)
    array.value(tokens)
  }

  private var cacheName: String {
    switch self {
    case .none: "none"
    case .wasted: "wasted"
    case .uncached: "uncached"
    case .over: "over"
    case .held: "held"
    }
  }
}
