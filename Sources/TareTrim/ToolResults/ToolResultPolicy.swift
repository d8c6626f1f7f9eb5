/// What becomes of what tools returned: how long one result may be, and which lose their content when room is needed.
///
/// A cap holds for every result at all times, so that the same result is the same bytes in every call and a provider's
/// cached prefix survives. Clearing takes place only where something has to go.
public struct ToolResultPolicy: Sendable, Hashable {
  /// How many of the newest tool exchanges keep their results when room is needed, before any message is dropped;
  /// `nil` leaves all results as they are.
  public var keepNewest: Int?
  /// Tools whose results are never cleared, by name. Caps hold for them, too.
  public var exemptTools: Set<String>
  /// The most tokens of one result; a longer one loses its middle.
  public var caps: ToolResultCaps
  /// What stands in place of a result that was cleared.
  public var clearedText: ClearedText

  /// What becomes of tool results; without arguments nothing.
  public init(
    keepNewest: Int? = nil, exemptTools: Set<String> = [], caps: ToolResultCaps = ToolResultCaps(),
    clearedText: ClearedText = .standard
  ) {
    self.keepNewest = keepNewest
    self.exemptTools = exemptTools
    self.caps = caps
    self.clearedText = clearedText
  }

  /// Whether anything depends on which tool a result is of.
  var namesTools: Bool { !exemptTools.isEmpty || !caps.mostByTool.isEmpty }
}

/// The most tokens that one result of a tool may have.
public struct ToolResultCaps: Sendable, Hashable {
  /// The cap for tools that have none of their own; `nil` for no limit.
  public var most: Int?
  /// Caps for tools by name.
  public var mostByTool: [String: Int]

  /// Caps for all tools and for single ones; without arguments none.
  public init(most: Int? = nil, mostByTool: [String: Int] = [:]) {
    self.most = most
    self.mostByTool = mostByTool
  }

  /// Whether no result is too long for them.
  public var isEmpty: Bool { most == nil && mostByTool.isEmpty }

  func most(of tool: String?) -> Int? { tool.flatMap { mostByTool[$0] } ?? most }
}
