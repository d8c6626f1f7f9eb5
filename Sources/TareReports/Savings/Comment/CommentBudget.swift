/// The bytes that a comment may still have: what does not fit is left out whole, and counted by whoever asks.
///
/// GitHub takes 65,536 characters; bytes are never fewer, so that a comment below 60,000 of them fits there and leaves
/// room for what a workflow adds.
struct CommentBudget {
  private var left: Int

  /// The room of a whole comment.
  init() { self.init(bytes: 59_000) }

  /// The room of a part of one.
  init(bytes: Int) { left = bytes }

  /// Takes `text` where it fits, with the blank line before it.
  mutating func take(_ text: String) -> String? {
    let size = text.utf8.count + 2
    guard size <= left else { return nil }
    left -= size
    return text
  }

  /// Takes as many of `lines` as fit, from the first on, at most `limit` of them.
  mutating func take(_ lines: some Sequence<String>, atMost limit: Int = .max) -> [String] {
    var taken: [String] = []
    for line in lines {
      guard taken.count < limit, line.utf8.count < left else { break }
      left -= line.utf8.count + 1
      taken.append(line)
    }
    return taken
  }
}
