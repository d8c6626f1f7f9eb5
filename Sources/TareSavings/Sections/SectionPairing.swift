/// Which section of one version of a prompt is which of the other.
///
/// Sections under the same headings are the same. Of what is left, those are that have the same heading of their own:
/// one above was renamed, or they were moved.
struct SectionPairing {
  /// The place after of the section at a place before.
  private(set) var after: [Int: Int] = [:]
  /// The place before of the section at a place after.
  private(set) var before: [Int: Int] = [:]

  init(_ old: [TextSection], _ new: [TextSection]) {
    pair(old, new) { $0.identity }
    pair(old, new) { section in section.identity.titles.last.map { Heading(kind: section.identity.kind, title: $0) } }
  }

  /// Pairs what has no partner yet and the same key, in order; what has no key stays without.
  private mutating func pair<Key: Hashable>(
    _ old: [TextSection], _ new: [TextSection], by key: (TextSection) -> Key?
  ) {
    var waiting: [Key: [Int]] = [:]
    for index in old.indices.reversed() where after[index] == nil {
      if let key = key(old[index]) { waiting[key, default: []].append(index) }
    }
    for index in new.indices where before[index] == nil {
      guard let key = key(new[index]), let partner = waiting[key]?.popLast() else { continue }
      (after[partner], before[index]) = (index, partner)
    }
  }

  /// What opens a section.
  private struct Heading: Hashable {
    let kind: SectionDelta.Kind
    let title: String
  }
}
