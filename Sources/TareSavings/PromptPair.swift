public import TareText

/// A prompt's text and how much of it is the same in every request.
public struct PromptText: Sendable, Hashable {
  /// The text.
  public let source: SourceText
  /// The number of bytes from the start that no request changes: up to the first placeholder, or all of it.
  public let stableLength: Int

  /// A text whose first `stableLength` bytes are the same in every request; all of them when none is given.
  public init(_ source: SourceText, stableLength: Int? = nil) {
    self.source = source
    self.stableLength = min(max(stableLength ?? source.utf8.count, 0), source.utf8.count)
  }

  var stableBytes: ArraySlice<UInt8> { source.utf8[..<stableLength] }
}

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

  /// Whether the two texts are the same bytes under the same name.
  public var isUnchanged: Bool { previousPath == nil && before?.source == after?.source }
}
