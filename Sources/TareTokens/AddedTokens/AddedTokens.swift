/// The added tokens that are found in a text under one policy.
///
/// Where a text may be counted in parts, it is counted so with added tokens too, if whether one stands at a place does
/// not depend on what is before it. It does where one takes white space before it or has to be a word of its own, and
/// where the name of a special token, which is passed over as text, might hide the beginning of another.
struct AddedTokens: Sendable {
  /// Those that are looked for first, in the text as it came.
  let raw: AddedTokenSearch?
  /// Those that are looked for in what is left, as the normalizer leaves it.
  let normalized: AddedTokenSearch?
  /// Whether a place has a token or not whatever stands before it.
  let isLocal: Bool
  /// The most bytes that have to be seen to know of a place whether a token begins there.
  var longest: Int { max(raw?.longest ?? 0, normalized?.longest ?? 0) }
  /// Whether some token takes white space, of which there may be any amount.
  let takesSpace: Bool

  /// Those of `tokens` that are found under `policy`; `nil` when none is.
  ///
  /// - Parameter change: What is done to a text, and so to the names that are looked for in it then.
  init?(_ tokens: [AddedToken], _ policy: SpecialTokenPolicy, _ change: TextChange = TextChange()) {
    var searches: [AddedTokenSearch?] = []
    var hidesOthers = false
    for isNormalized in [false, true] {
      let named = tokens.filter { $0.options.contains(.normalized) == isNormalized }.map { token in
        (name: isNormalized ? change.normalizedName(token.text) : Array(token.text.utf8), token: token)
      }
      let special = policy == .text ? named.filter { $0.token.options.contains(.special) } : []
      let found = policy == .text ? named.filter { !$0.token.options.contains(.special) } : named
      let spaceIsMark = isNormalized && change.normalizerMarksSpaces
      let search = AddedTokenSearch(found, spaceIsMark: spaceIsMark)
      let hiding = special.filter { search.mayBegin(inside: $0.name) }
      hidesOthers = hidesOthers || !hiding.isEmpty
      let whole = AddedTokenSearch(found, passedOver: hiding, spaceIsMark: spaceIsMark)
      searches.append(found.isEmpty ? nil : whole)
    }
    (raw, normalized) = (searches[0], searches[1])
    guard raw != nil || normalized != nil else { return nil }
    let used = tokens.filter { policy == .control || !$0.options.contains(.special) }.map(\.options)
    isLocal = !hidesOthers && used.allSatisfy { $0.isDisjoint(with: [.takesSpaceBefore, .wholeWord]) }
    takesSpace = used.contains { !$0.isDisjoint(with: [.takesSpaceBefore, .takesSpaceBehind]) }
  }

  private init(normalizedOf tokens: AddedTokens) {
    raw = nil
    normalized = tokens.normalized
    isLocal = tokens.isLocal
    takesSpace = tokens.takesSpace
  }

  /// Those alone that are looked for in what the normalizer leaves.
  var normalizedOnly: AddedTokens { AddedTokens(normalizedOf: self) }
}
