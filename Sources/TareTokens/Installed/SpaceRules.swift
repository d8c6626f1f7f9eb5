/// What an encoding does to the spaces of a text. A vocabulary of SentencePiece's kind writes a space as U+2581, so that a
/// text's own U+2581 is a space too; and an encoding may put a space before a text.
///
/// Tokens are packed with spaces in them. So a text is changed only where it has a U+2581 or gets a space.
package struct SpaceRules: Sendable, Hashable {
  /// Which texts get a space before them. An empty one never does.
  package enum Prefix: UInt32, Sendable, CaseIterable {
    case none = 1
    /// Every text.
    case always
    /// One that does not begin with a space.
    case unlessThere
    /// One that does not begin with a space; not what stands behind an added token.
    case unlessThereAtStart
  }

  package let prefix: Prefix
  /// Whether U+2581 is a space.
  package let hasMark: Bool
  /// Whether decoding leaves out one space that what is decoded begins with.
  package let isDroppedInDecoding: Bool

  /// Whether it is the normalizer that does it, and not the pre-tokenizer: before those added tokens are looked for
  /// that are to be normalized, and not behind it.
  package let isNormalizer: Bool

  package init(
    prefix: Prefix, hasMark: Bool = true, isDroppedInDecoding: Bool = false, isNormalizer: Bool = false
  ) {
    self.prefix = prefix
    self.hasMark = hasMark
    self.isDroppedInDecoding = isDroppedInDecoding
    self.isNormalizer = isNormalizer
  }

  /// U+2581 as UTF-8.
  private static let mark: (UInt8, UInt8, UInt8) = (0xE2, 0x96, 0x81)

  /// The text as it is divided; `nil` where it is that already.
  ///
  /// - Parameter isStart: Whether it is the beginning of the whole text, and not what stands behind an added token.
  /// - Complexity: O(*n*) in bytes.
  func applied(to utf8: Span<UInt8>, isStart: Bool) -> [UInt8]? {
    let isPrefixed = getsSpace(utf8, isStart: isStart)
    guard isPrefixed || utf8.indices.contains(where: { isMark(utf8, $0) }) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 1)
    if isPrefixed { result.append(0x20) }
    var place = 0
    while place < utf8.count {
      let isMark = isMark(utf8, place)
      result.append(isMark ? 0x20 : utf8[place])
      place += isMark ? 3 : 1
    }
    return result
  }

  private func getsSpace(_ utf8: Span<UInt8>, isStart: Bool) -> Bool {
    guard !utf8.isEmpty else { return false }
    let hasSpace = utf8[0] == 0x20 || isMark(utf8, 0)
    return switch prefix {
    case .none: false
    case .always: true
    case .unlessThere: !hasSpace
    case .unlessThereAtStart: !hasSpace && isStart
    }
  }

  @inline(__always)
  private func isMark(_ utf8: Span<UInt8>, _ place: Int) -> Bool {
    hasMark && utf8[place] == Self.mark.0 && place + 2 < utf8.count && utf8[place + 1] == Self.mark.1
      && utf8[place + 2] == Self.mark.2
  }
}

extension Encoding {
  /// What the encoding does to spaces; `nil` where they are characters like any other.
  var spaces: SpaceRules? {
    if case .installed(let installed) = kind { return installed.change.spaces }
    return nil
  }

  /// Whether some texts are changed before they are divided, so that tokens may not be parts of the text.
  var changesText: Bool { normalForm != nil || spaces != nil }

  /// Whether a text may be changed for where it begins, so that no part of it can be counted without the rest.
  var prefixesText: Bool { spaces.map { $0.prefix != .none } ?? false }
}
