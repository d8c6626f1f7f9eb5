/// Why a published vocabulary cannot be installed.
public struct VocabularyError: Error, Sendable, Hashable {
  /// Where in the file: the path of a JSON value such as `pre_tokenizer.pretokenizers[1].behavior`; empty for the
  /// file as a whole.
  public let path: String
  /// What is wrong there, and what would do.
  public let reason: String

  init(_ path: String = "", _ reason: String) {
    self.path = path
    self.reason = reason
  }
}

extension VocabularyError: CustomStringConvertible {
  /// One sentence with the place and the reason.
  public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
