import TareText

extension Finding {
  /// Where it speaks of something: its range, and the edits elsewhere of one that stands for many places, such as all
  /// lines of a file that end in blanks. In a prompt that is a value of a file all places go with the first.
  var places: [SourceRange] {
    [range] + (isDivisible && prompt == nil ? removal.map(\.range).filter { !range.contains($0) } : [])
  }

  /// What is left of the finding once its places for which `isOut` holds are taken away; `nil` where none is left.
  ///
  /// - Parameter isOut: Is asked of each place once, in order.
  func remaining(_ isOut: (SourceRange) -> Bool) -> Finding? {
    let places = places
    let kept = places.filter { !isOut($0) }
    guard kept.count < places.count else { return self }
    guard let first = kept.first else { return nil }
    let out = Set(places).subtracting(kept)
    let edits = removal.filter { edit in
      range.contains(edit.range) ? !out.contains(range) : !out.contains(edit.range)
    }
    return placed(at: first, removal: edits)
  }

  /// The same finding, saying of how many of the places of `whole` it does not speak and what those are; a finding that
  /// lost none says nothing.
  func notingWhatIsOut(of whole: Finding, _ remark: String) -> Finding {
    let count = whole.places.count - places.count
    return count > 0 ? remarked("\(message.description); \(count.grouped) \(remark)") : self
  }
}
