public import TareText

/// Why a prompt cannot be read, and where.
public struct PromptError: Error, Sendable, Hashable {
  /// What kind of failure this is.
  public enum Code: Sendable, Hashable {
    /// The front matter is not YAML.
    case malformedFrontMatter
    /// The front matter nests or repeats itself more than any honest one does.
    case frontMatterTooComplex
    /// The file is not the YAML or JSON that its format is written in.
    case malformedFile
  }

  /// What kind of failure this is.
  public let code: Code
  /// The path of the file.
  public let path: String
  /// Where in the file.
  public let range: SourceRange
  /// The same place as line and column.
  public let location: SourceLocation
  /// What is wrong, in one sentence.
  public let reason: String
}

extension PromptError: CustomStringConvertible {
  /// The file, the place and the reason.
  public var description: String { "\(path):\(location): \(reason)" }
}
