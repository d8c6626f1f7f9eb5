import Tare

/// What `tare log` was asked to show: files and folders, and the commits between which it looks.
struct LogTarget: Sendable {
  let paths: [String]
  let range: Range?

  /// Two revisions; from their merge base when written with three dots.
  struct Range: Sendable {
    let text: String
    let base: String
    let head: String
    let isFromMergeBase: Bool
  }

  /// The first argument may be a range; without a path it is the folder the command is called in.
  init(_ arguments: [String]) throws(CommandError) {
    range = arguments.first.flatMap(Range.init)
    let rest = Array(arguments.dropFirst(range == nil ? 0 : 1))
    if let second = rest.lazy.compactMap(Range.init).first {
      throw .usage(
        range == nil
          ? "the range \"\(second.text)\" comes before the paths"
          : "\"\(second.text)\" is a second range; one is shown at a time")
    }
    paths = rest.isEmpty ? ["."] : rest
  }
}

extension LogTarget.Range {
  /// `base..head` or `base...head`, a side left out being HEAD, as in git; `nil` for what stands on the disk and for
  /// what only a path can be, since no name of a commit has two dots or ends in a slash.
  init?(_ text: String) {
    let dots = text.contains("...") ? "..." : ".."
    guard let place = text.firstRange(of: dots), FileKind(at: text) == nil else { return nil }
    let (base, head) = (text[..<place.lowerBound], text[place.upperBound...])
    guard !(base.isEmpty && head.isEmpty), base.last != "/", head.first != "/", !head.contains("..") else {
      return nil
    }
    self.text = text
    self.base = base.isEmpty ? "HEAD" : String(base)
    self.head = head.isEmpty ? "HEAD" : String(head)
    isFromMergeBase = dots == "..."
  }
}
