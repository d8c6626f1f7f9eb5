extension LineDiff {
  /// The difference as edits of the text before, one for each stretch of lines that differ.
  ///
  /// - Complexity: O(*n*) in the bytes of both texts.
  public func edits(before: SourceText, after: SourceText) -> [Edit] {
    let old = linesEndingInLF(before)
    let new = linesEndingInLF(after)
    var edits: [Edit] = []
    var (start, replacement) = (0, [UInt8]())
    var (end, isOpen) = (0, false)
    func closed() -> [Edit] { isOpen ? [Edit(SourceRange(start, end), replacement: replacement)] : [] }
    for operation in operations {
      switch operation {
      case .keep(let lines, _):
        edits += closed()
        (isOpen, replacement) = (false, [])
        start = lines.isEmpty ? start : old[lines.upperBound - 1].end
        end = start
      case .delete(let lines):
        isOpen = true
        end = lines.isEmpty ? end : old[lines.upperBound - 1].end
      case .insert(let lines):
        isOpen = true
        for line in new[lines] { replacement += after.bytes(in: line) }
      }
    }
    return edits + closed()
  }
}
