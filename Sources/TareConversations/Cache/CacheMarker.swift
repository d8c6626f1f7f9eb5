import TareJSON
public import TareText

/// A mark up to which a provider caches the request: `cache_control` in a block, `prompt_cache_breakpoint` in a part, or
/// a block `cachePoint` of its own.
public struct CacheMarker: Sendable {
  /// Where a mark stands in a message.
  public struct Place: Sendable {
    /// The member, from its name to its value, or the block.
    public let range: SourceRange
    /// The block of the message it belongs to, from 0; `nil` for the message itself or one of its calls.
    public let block: Int?
    /// The object or array that holds it, and its place in that.
    let container: JSONValue
    let position: Int
  }

  /// What the mark is called.
  public let name: String
  /// What it says, as JSON.
  public let json: [UInt8]
  /// Where it stands; `nil` for one that is still to be added.
  public let place: Place?

  /// A mark that is to be added, with what it says as JSON.
  public init(name: String, json: [UInt8]) {
    self.name = name
    self.json = json
    place = nil
  }

  init(name: String, value: JSONValue, place: Place) {
    self.name = name
    json = Array(value.rawBytes)
    self.place = place
  }

  /// The block that is nothing but a mark.
  static let block = "cachePoint"
  /// The mark of OpenAI, which the model's own messages cannot carry.
  static let breakpoint = "prompt_cache_breakpoint"
  /// The names of marks that are members of a block.
  static let members: Set<String> = ["cache_control", breakpoint]
}

extension WireFormat {
  /// The most marks that a request may have; `nil` where there are none or no limit is stated.
  ///
  /// Anthropic and Amazon refuse a fifth. OpenAI writes no more than four and takes the latest of those that are more.
  public var cacheMarkerLimit: Int? {
    switch self {
    case .openAIChat, .openAIResponses, .anthropic, .bedrock, .langchain: 4
    case .gemini, .shareGPT: nil
    }
  }

  /// A mark as the format has it by default; `nil` where it has none.
  public var newCacheMarker: CacheMarker? {
    switch self {
    case .openAIChat, .openAIResponses:
      CacheMarker(name: CacheMarker.breakpoint, json: Array(#"{"mode":"explicit"}"#.utf8))
    case .anthropic, .langchain: CacheMarker(name: "cache_control", json: Array(#"{"type":"ephemeral"}"#.utf8))
    case .bedrock: CacheMarker(name: CacheMarker.block, json: Array(#"{"type":"default"}"#.utf8))
    case .gemini, .shareGPT: nil
    }
  }
}
