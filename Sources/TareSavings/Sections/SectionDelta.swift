import TareAudit
import TareTokens

/// One section of a prompt before and after. The sections of a prompt add up to all of it.
public struct SectionDelta: Sendable, Hashable {
  /// What opens the section.
  public enum Kind: String, Sendable, Hashable {
    /// The description by which a file is chosen.
    case description
    /// A message with the role of its speaker, or without one.
    case message
    /// A heading.
    case section
    /// Nothing: what stands before the first heading.
    case opening
  }

  /// What became of a section.
  public enum Change: String, Sendable, Hashable {
    /// Its text is the same.
    case same
    /// Its text is another one.
    case changed
    /// It was not there.
    case new
    /// It is there no more.
    case gone
  }

  /// The titles of the headings it stands under, its own last; for a message its role. Empty where it has none.
  public let titles: [String]
  /// What opens it.
  public let kind: Kind
  /// The line on which it begins in the text after, or in that before where it is gone; from 1.
  public let line: Int
  /// What became of it.
  public let change: Change
  /// Its own tokens, without those of the sections below it.
  public let tokens: TokenDelta
}

/// A section of one version of a prompt.
struct TextSection: Sendable, Hashable {
  /// What tells it apart from the others of its text: how it is opened, and which one it is of several opened so.
  struct Identity: Sendable, Hashable {
    let kind: SectionDelta.Kind
    let titles: [String]
    let number: Int
  }

  let identity: Identity
  let line: Int
  let tokens: Int
  let utf8: ArraySlice<UInt8>
}

extension SectionDelta {
  /// The sections of both versions, in the order of the one after; those that are gone stand behind what they stood
  /// behind.
  static func sections(from before: [TextSection], to after: [TextSection], _ basis: TokenCount.Basis)
    -> [SectionDelta]
  {
    let pairing = SectionPairing(before, after)
    var gone: [Int?: [TextSection]] = [:]
    var last: Int?
    for (index, section) in before.enumerated() {
      if let partner = pairing.after[index] { last = partner } else { gone[last, default: []].append(section) }
    }
    var deltas = (gone[nil] ?? []).map { SectionDelta($0, nil, basis) }
    for (index, section) in after.enumerated() {
      deltas.append(SectionDelta(pairing.before[index].map { before[$0] }, section, basis))
      deltas += (gone[index] ?? []).map { SectionDelta($0, nil, basis) }
    }
    return deltas.compactMap(\.self)
  }

  private init?(_ before: TextSection?, _ after: TextSection?, _ basis: TokenCount.Basis) {
    guard let shown = after ?? before else { return nil }
    titles = shown.identity.titles
    kind = shown.identity.kind
    line = shown.line
    change =
      if before == nil { .new } else if after == nil { .gone } else if before?.utf8 == after?.utf8 { .same } else {
        .changed
      }
    tokens = TokenDelta(before: before?.tokens ?? 0, after: after?.tokens ?? 0, basis: basis)
  }
}
