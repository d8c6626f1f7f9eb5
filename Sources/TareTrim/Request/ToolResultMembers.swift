import TareJSON

/// What a request says about tool results: `{"keep_tool_results", "exclude_tools", "max_tool_result", "cleared_text"}`.
struct ToolResultMembers: Sendable, Hashable {
  private var keepNewest: Int?
  private var exemptTools: Set<String>?
  private var caps: ToolResultCaps?
  private var clearedText: ClearedText?

  /// Nothing.
  init() {}

  init(_ members: RequestMembers) throws(TrimRequestError) {
    keepNewest = try members.number("keep_tool_results", from: 0)
    exemptTools = try members.texts("exclude_tools").map { Set($0) }
    caps = try members.value("max_tool_result").map { value throws(TrimRequestError) in
      try Self.caps(value, members)
    }
    clearedText = try members.text("cleared_text").map { text throws(TrimRequestError) in
      guard let cleared = ClearedText(text) else {
        throw members.unexpected("cleared_text", "a text that says something")
      }
      return cleared
    }
  }

  /// A number for every tool, or an object with a number for each and `"*"` for all others.
  private static func caps(_ value: JSONValue, _ members: RequestMembers) throws(TrimRequestError) -> ToolResultCaps {
    guard value.kind == .object else { return ToolResultCaps(most: try members.number("max_tool_result", from: 1)) }
    var caps = ToolResultCaps()
    let byTool = RequestMembers(value)
    for member in value.members {
      let most = try byTool.number(member.name, from: 1)
      if member.name == "*" { caps.most = most } else { caps.mostByTool[member.name] = most }
    }
    return caps
  }

  func applied(to policy: ToolResultPolicy) -> ToolResultPolicy {
    ToolResultPolicy(
      keepNewest: keepNewest ?? policy.keepNewest, exemptTools: exemptTools ?? policy.exemptTools,
      caps: caps ?? policy.caps, clearedText: clearedText ?? policy.clearedText)
  }
}
