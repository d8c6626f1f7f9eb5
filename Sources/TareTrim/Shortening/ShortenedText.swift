import TareTokens

/// What is left of a text that was too long: its beginning, its end, and between them a line that says what is missing.
///
/// ```
/// [… shortened from 2310 tokens, handle 89abcdef01234567 …]
/// ```
enum ShortenedText {
  /// - Parameters:
  ///   - total: The tokens of the whole text.
  ///   - handle: The name of the message as it came.
  static func mark(total: Int, handle: ContentHandle) -> String {
    "\n\(opening)\(total) tokens, handle \(handle) …]\n"
  }

  static let opening = "[… shortened from "

  /// The fewest tokens that a shortened text may have: the mark and a few words on both sides of it.
  static let least = 64
}
