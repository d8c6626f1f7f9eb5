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
}
