/// One prompt as it was and as it is.
public struct PromptPair: Sendable, Hashable {
  /// The name it goes by now, or went by when it is gone.
  public let path: String
  /// The name it went by before, when it was renamed.
  public let previousPath: String?
  /// The prompt before; `nil` when it is new.
  public let before: PromptText?
  /// The prompt after; `nil` when it is gone.
  public let after: PromptText?

  /// A prompt that is new, gone, or both was and is.
  public init(path: String, previousPath: String? = nil, before: PromptText?, after: PromptText?) {
    self.path = path
    self.previousPath = previousPath
    self.before = before
    self.after = after
  }

  /// Whether the two texts are the same bytes under the same name, and the same of them is sent; for programs, whether
  /// the same is sent, and for those that send nothing, wherever they stand.
  public var isUnchanged: Bool {
    guard before?.isProgram == true || after?.isProgram == true else {
      return previousPath == nil && before?.source == after?.source && before?.sentBytes == after?.sentBytes
    }
    let (old, new) = (before?.sentBytes ?? [], after?.sentBytes ?? [])
    return old == new && (previousPath == nil || new.isEmpty)
  }
}
