/// A replacement of the bytes of one range.
public struct Edit: Sendable, Hashable {
  /// The bytes that go; empty for an insertion.
  public let range: SourceRange
  /// The UTF-8 that takes their place; empty for a deletion.
  public let replacement: [UInt8]

  /// Replaces the bytes of `range` by `replacement`.
  public init(_ range: SourceRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Replaces the bytes of `range` by the text of `replacement`.
  public static func replace(_ range: SourceRange, with replacement: String) -> Edit {
    Edit(range, replacement: Array(replacement.utf8))
  }

  /// Takes the bytes of `range` away.
  public static func delete(_ range: SourceRange) -> Edit { Edit(range, replacement: []) }
}

/// Why a set of edits cannot be applied.
public enum EditError: Error, Sendable, Hashable {
  /// Two edits touch the same byte, or two insertions stand at the same place.
  case overlap(SourceRange, SourceRange)
  /// An edit reaches behind the end of the text.
  case outOfBounds(SourceRange)
  /// The edited bytes are not UTF-8: an edit cut a scalar in two.
  case brokenScalar(InvalidUTF8)
}

extension EditError: CustomStringConvertible {
  /// One sentence that names the offsets.
  public var description: String {
    switch self {
    case .overlap(let first, let second):
      "edits of bytes \(first.start)..<\(first.end) and \(second.start)..<\(second.end) touch"
    case .outOfBounds(let range): "edit of bytes \(range.start)..<\(range.end) reaches behind the end of the text"
    case .brokenScalar(let invalid): "edited text is \(invalid)"
    }
  }
}

extension SourceText {
  /// The text after all of `edits`, given in any order; bytes outside the edits are untouched.
  ///
  /// - Throws: ``EditError`` when edits overlap, reach behind the end or cut a scalar; nothing is applied then.
  /// - Complexity: O(*n* + *e* log *e*) for *n* bytes and *e* edits.
  public func applying(_ edits: [Edit]) throws(EditError) -> SourceText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var copied = 0
    var last: SourceRange?
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      guard edit.range.end <= utf8.count else { throw .outOfBounds(edit.range) }
      if let last, edit.range.start < last.end || edit.range == last { throw .overlap(last, edit.range) }
      bytes += utf8[copied..<edit.range.start]
      bytes += edit.replacement
      copied = edit.range.end
      last = edit.range
    }
    bytes += utf8[copied...]
    do { return try SourceText(bytes) } catch { throw .brokenScalar(error) }
  }
}
