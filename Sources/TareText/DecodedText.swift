/// A text that is written in another one with escapes, indentation or comments, and where each of its bytes stands
/// there.
///
/// ```
/// source   "a\n{# note #}b"
/// pieces    a  \n          b      source 1..<2, 2..<4, 14..<15
/// utf8      a  ⏎           b      decoded 0..<1, 1..<2, 2..<3
/// ```
/// Bytes of the source between two pieces stand for nothing.
public struct DecodedText: Sendable, Hashable {
  /// A stretch of the source and what it stands for.
  public struct Piece: Sendable, Hashable {
    /// Where it is written.
    public let source: SourceRange
    /// What of the decoded text it is.
    public let decoded: SourceRange
    /// Whether both are the same bytes, so that a part of one is a part of the other.
    public let isVerbatim: Bool
  }

  /// The decoded text.
  public private(set) var utf8: [UInt8] = []
  /// The pieces, in the order of both texts.
  public private(set) var pieces: [Piece] = []

  /// A text without a byte.
  public init() {}

  /// The bytes of `range`, as they are.
  public init(verbatim range: SourceRange, of source: [UInt8]) { appendVerbatim(range, of: source) }

  /// `decoded` as one piece that can only be looked at as a whole.
  public init(_ decoded: [UInt8], from range: SourceRange) { append(decoded, from: range) }

  /// Adds bytes of the source that stand for themselves.
  ///
  /// - Precondition: `range` lies in `source` and behind every piece so far.
  public mutating func appendVerbatim(_ range: SourceRange, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    let start = utf8.count
    utf8 += source[range.start..<range.end]
    if let last = pieces.last, last.isVerbatim, last.source.end == range.start {
      pieces[pieces.count - 1] = Piece(
        source: SourceRange(last.source.start, range.end), decoded: SourceRange(last.decoded.start, utf8.count),
        isVerbatim: true)
    } else {
      pieces.append(Piece(source: range, decoded: SourceRange(start, utf8.count), isVerbatim: true))
    }
  }

  /// Adds what `range` of the source stands for.
  ///
  /// - Precondition: `range` lies behind every piece so far.
  public mutating func append(_ decoded: [UInt8], from range: SourceRange) {
    guard !decoded.isEmpty else { return }
    let start = utf8.count
    utf8 += decoded
    pieces.append(Piece(source: range, decoded: SourceRange(start, utf8.count), isVerbatim: false))
  }

  // MARK: Places

  /// Where `range` of the decoded text stands in the source: the shortest stretch that holds all of it.
  ///
  /// - Complexity: O(log *p*) in pieces.
  public func sourceRange(of range: SourceRange) -> SourceRange {
    guard let last = pieces.last else { return SourceRange(0, 0) }
    let first = pieces[min(index(ofDecoded: range.start), pieces.count - 1)]
    let start = first.sourceOffset(of: range.start, roundingUp: false)
    guard !range.isEmpty else {
      return range.start >= utf8.count ? SourceRange(last.source.end, last.source.end) : SourceRange(start, start)
    }
    let final = pieces[min(index(ofDecoded: range.end - 1), pieces.count - 1)]
    return SourceRange(start, max(start, final.sourceOffset(of: range.end, roundingUp: true)))
  }

  /// How many decoded bytes stand in front of the source's byte at `offset`.
  ///
  /// - Complexity: O(log *p*) in pieces.
  public func decodedLength(before offset: Int) -> Int {
    let index = partition { $0.source.end <= offset }
    guard index < pieces.count else { return utf8.count }
    let piece = pieces[index]
    guard piece.isVerbatim, piece.source.start < offset else { return piece.decoded.start }
    return piece.decoded.start + offset - piece.source.start
  }

  /// Where the decoded byte at `offset` begins in the source, or where the text ends there for the offset behind the last
  /// byte; `nil` inside of an escape.
  ///
  /// - Complexity: O(log *p*) in pieces.
  public func sourceOffset(ofByteAt offset: Int) -> Int? {
    guard offset < utf8.count else { return offset == utf8.count ? pieces.last?.source.end : nil }
    let piece = pieces[index(ofDecoded: offset)]
    guard piece.isVerbatim || piece.decoded.start == offset else { return nil }
    return piece.source.start + offset - piece.decoded.start
  }

  /// The pieces of which `range` of the decoded text holds or touches a byte.
  ///
  /// - Complexity: O(log *p* + *r*) in all pieces and those returned.
  public func pieces(touching range: SourceRange) -> ArraySlice<Piece> {
    let start = index(ofDecoded: range.start)
    return pieces[start...].prefix { $0.decoded.start <= range.end }
  }

  /// Whether a byte that is put into the source at `offset` becomes part of the text: beside a byte of it, that is, and
  /// not between two pieces.
  ///
  /// - Complexity: O(log *p*) in pieces.
  public func holdsInsertion(at offset: Int) -> Bool {
    let index = partition { $0.source.end < offset }
    return index < pieces.count && pieces[index].source.start <= offset
  }

  /// This text with its source written in a third one: `outer` decodes to what this one is written in.
  ///
  /// - Complexity: O(*n* + *p* log *p*) in bytes and pieces.
  public func written(in outer: DecodedText) -> DecodedText {
    var result = DecodedText()
    for piece in pieces {
      guard piece.isVerbatim else {
        result.add(utf8[piece.decoded.start..<piece.decoded.end], outer.sourceRange(of: piece.source), false)
        continue
      }
      var index = outer.index(ofDecoded: piece.source.start)
      while index < outer.pieces.count, outer.pieces[index].decoded.start < piece.source.end {
        let part = outer.pieces[index]
        let start = max(part.decoded.start, piece.source.start)
        let end = min(part.decoded.end, piece.source.end)
        result.add(outer.utf8[start..<end], outer.sourceRange(of: SourceRange(start, end)), part.isVerbatim)
        index += 1
      }
    }
    return result
  }

  /// This text where the source stands `offset` bytes further into a longer one.
  public func moved(by offset: Int) -> DecodedText {
    guard offset > 0 else { return self }
    var moved = self
    moved.pieces = pieces.map { piece in
      let range = SourceRange(piece.source.start + offset, piece.source.end + offset)
      return Piece(source: range, decoded: piece.decoded, isVerbatim: piece.isVerbatim)
    }
    return moved
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ range: SourceRange, _ isVerbatim: Bool) {
    let start = utf8.count
    utf8 += bytes
    pieces.append(Piece(source: range, decoded: SourceRange(start, utf8.count), isVerbatim: isVerbatim))
  }

  /// The piece that holds the decoded byte at `offset`.
  private func index(ofDecoded offset: Int) -> Int { partition { $0.decoded.end <= offset } }

  private func partition(_ isBefore: (Piece) -> Bool) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(pieces[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension DecodedText.Piece {
  /// The offset in the source of an offset in the decoded text; one inside an escape is the start or the end of it.
  fileprivate func sourceOffset(of offset: Int, roundingUp: Bool) -> Int {
    if isVerbatim { return source.start + min(max(offset - decoded.start, 0), decoded.length) }
    return roundingUp ? source.end : source.start
  }
}
