public import TareText

/// A setting that a prompt file hands to the model with the prompt: a temperature, a limit for the answer.
public struct ModelParameter: Sendable, Hashable {
  /// Its name as it is written.
  public let name: String
  /// Its value, when that is a scalar.
  public let value: String?
  /// Where it is written: a line in front matter, a value in a data file.
  public let range: SourceRange
}
