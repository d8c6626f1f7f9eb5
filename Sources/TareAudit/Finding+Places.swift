import TareText

extension Finding {
  /// What is left of the finding once its places for which `isOut` holds are taken away; `nil` where none is left.
  ///
  /// Most findings have one place. One that stands for many, such as all lines of a file that end in blanks, has its own
  /// range and an edit for each of the others. In a prompt that is a value of a file all places go with the first.
  func remaining(_ isOut: (SourceRange) -> Bool) -> Finding? {
    let others = isDivisible && prompt == nil ? removal.map(\.range).filter { !range.contains($0) } : []
    let isOwnOut = isOut(range)
    let kept = others.filter { !isOut($0) }
    if isOwnOut, kept.isEmpty { return nil }
    if !isOwnOut, kept.count == others.count { return self }
    let out = Set(others).subtracting(kept)
    let edits = removal.filter { edit in
      range.contains(edit.range) ? !isOwnOut : !out.contains(edit.range)
    }
    return placed(at: isOwnOut ? kept.first ?? range : range, removal: edits)
  }

  /// The same finding with a remark behind its message; none for `nil`.
  func noting(_ remark: String?) -> Finding {
    remark.map { remarked("\(message.description) (\($0))") } ?? self
  }
}
