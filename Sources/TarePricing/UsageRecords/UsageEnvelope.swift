import TareJSON
import TareText

/// A response or a line of a log around an object of usage: what it says of the model, the time and the processing.
struct UsageEnvelope {
  /// The objects from the root to the one that holds the usage, outermost first.
  private let path: [JSONValue]
  /// The object of usage; `nil` where there is none.
  let usage: UsageObject?

  /// Members under which usage stands.
  private static let usageNames = ["usage", "usageMetadata", "usage_metadata"]
  /// Members under which a response stands in lines of logs, batches and streams.
  private static let wrappers = ["response", "body", "message", "result", "data", "output"]
  private static let depthLimit = 4

  init(_ root: JSONValue) {
    let found = Self.search([root])
    path = found?.path ?? [root]
    usage = found.map { UsageObject(value: $0.usage) }
  }

  private static func search(_ path: [JSONValue]) -> (path: [JSONValue], usage: JSONValue)? {
    guard let object = path.last, object.kind == .object, path.count <= depthLimit else { return nil }
    if UsageShape(of: UsageObject(value: object)) != nil { return (path, object) }
    for name in usageNames {
      if let usage = object[name], usage.kind == .object { return (path + [usage], usage) }
    }
    for name in wrappers {
      if let inner = object[name], let found = search(path + [inner]) { return found }
    }
    return nil
  }

  /// The innermost member of one of `names` that is a string and not empty.
  private func string(_ names: [String]) -> String? {
    for object in path.reversed() {
      for name in names {
        if let text = object[name]?.string, !text.isEmpty { return text }
      }
    }
    return nil
  }

  var model: String? { string(["model", "modelVersion", "modelId", "model_id", "model_name"]) }

  var serviceTier: String? { string(["service_tier", "serviceTier"]) }

  /// When the request was sent: seconds since 1970, or a time of ISO 8601 in UTC.
  var time: PriceTime? {
    for object in path.reversed() {
      for name in ["created", "created_at", "timestamp", "startTime", "time"] {
        guard let member = object[name] else { continue }
        if let time = member.integer.flatMap({ PriceTime(secondsSince1970: $0) }) { return time }
        if let time = member.string.flatMap({ PriceTime(universal: $0) }) { return time }
      }
    }
    return nil
  }
}
