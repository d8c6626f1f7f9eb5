/// What providers add around text, by model, as of one day.
public struct ChatFormulas: Sendable {
  /// The day the formulas were read.
  public let date: String
  let framings: [(prefixes: [String], value: ChatFraming)]
  let toolPrompts: [(prefixes: [String], value: ToolPrompt)]
  let images: [(prefixes: [String], value: ImageRule)]

  /// What stands around the messages of a model, by the longest beginning of its name that the table has.
  ///
  /// - Parameter model: The name without routes and in lower case, or `nil` where nobody said which.
  public func framing(for model: String?) -> ChatFraming? { Self.longest(framings, model ?? Self.unnamed) }

  /// The system prompt that tools add to a request for a model; `nil` where none is known.
  public func toolPrompt(for model: String?) -> ToolPrompt? { model.flatMap { Self.longest(toolPrompts, $0) } }

  /// How pictures are counted for a model; `nil` where nobody says.
  public func imageRule(for model: String?) -> ImageRule? { Self.longest(images, model ?? Self.unnamed) }

  /// What a payload that names no model is taken for.
  static let unnamed = "gpt-4o"

  private static func longest<Value>(_ table: [(prefixes: [String], value: Value)], _ model: String) -> Value? {
    var found: (length: Int, value: Value)?
    for entry in table {
      for prefix in entry.prefixes where model.hasPrefix(prefix) && prefix.utf8.count > found?.length ?? -1 {
        found = (prefix.utf8.count, entry.value)
      }
    }
    return found?.value
  }
}
