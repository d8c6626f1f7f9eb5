import TarePrompts
import TareText

extension PromptDocument {
  /// The edit that takes whole lines away, and the blank ones behind them where blank ones stand in front too. At the end
  /// of the prompt it is the blank ones in front that go, so that the text ends as it did.
  func deletion(ofLines deleted: Range<Int>) -> Edit {
    if lines[deleted.upperBound...].allSatisfy({ $0.kind == .blank }),
      let previous = lines[..<deleted.lowerBound].last(where: { $0.kind != .blank })
    {
      return .delete(SourceRange(previous.range.end, lines[deleted.upperBound - 1].range.end))
    }
    var end = deleted.upperBound
    if deleted.lowerBound > 0, lines[deleted.lowerBound - 1].kind == .blank {
      while end < lines.count, lines[end].kind == .blank { end += 1 }
    }
    return .delete(SourceRange(lines[deleted.lowerBound].range.start, source.lineRange(end - 1).end))
  }

  /// The edit that takes a comment away: with its lines where it has them for itself.
  func deletion(ofComment comment: SourceRange) -> Edit {
    let last = source.lineIndex(at: comment.end - 1)
    let before = SourceRange(lines[source.lineIndex(at: comment.start)].range.start, comment.start)
    let behind = SourceRange(comment.end, source.lineContentRange(last).end)
    let isAlone = [before, behind].allSatisfy { source.bytes(in: $0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    return isAlone ? deletion(ofLines: source.lineIndex(at: comment.start)..<(last + 1)) : .delete(comment)
  }
}
