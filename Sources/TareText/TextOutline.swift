/// A text divided into parts that have names, of which one may hold others: lines, sections, fields.
///
/// ```
/// text      {"a":{"b":1},"c":[2,3]}
/// segments  └┘└──┘└───┘└┘…           each byte belongs to the innermost part around it
/// parts     .  .a  .a.b .
/// ```
/// The segments cover the text from its first byte to its last, so what is counted for them sums to the whole.
public struct TextOutline: Sendable {
  /// One part, or all parts that go by the same name, as the elements of an array do.
  public struct Part: Sendable, Hashable {
    /// What it is shown by.
    public let name: String
    /// Where its first byte stands.
    public let start: Int
    /// The part around it, as an index below its own; `nil` at the top.
    public let parent: Int?
    /// How often it occurs.
    public var occurrences = 1

    /// A part that occurs once.
    public init(name: String, start: Int, parent: Int?) {
      self.name = name
      self.start = start
      self.parent = parent
    }
  }

  /// Bytes that belong to one part and to none inside it.
  public struct Segment: Sendable, Hashable {
    /// Behind its last byte; it begins where the segment before ends.
    public let end: Int
    /// The part, as an index.
    public let part: Int
  }

  /// The parts, in the order in which they begin.
  public private(set) var parts: [Part] = []
  /// The segments, in order.
  public private(set) var segments: [Segment] = []

  /// An outline without parts.
  public init() {}

  /// Adds a part and returns its index.
  public mutating func add(_ part: Part) -> Int {
    parts.append(part)
    return parts.count - 1
  }

  /// Says that a part occurs once more.
  public mutating func addOccurrence(of part: Int) { parts[part].occurrences += 1 }

  /// Gives what lies between the last segment and `end` to a part. Nothing is added where nothing lies between.
  public mutating func extend(to end: Int, _ part: Int) {
    guard end > segments.last?.end ?? 0 else { return }
    if segments.last?.part == part { segments.removeLast() }
    segments.append(Segment(end: end, part: part))
  }
}

extension SourceText {
  /// The lines, each with its ending; a line is named by what it says.
  public var lineOutline: TextOutline {
    var outline = TextOutline()
    for line in 0..<lineCount {
      let part = outline.add(
        TextOutline.Part(name: string(in: lineContentRange(line)), start: lineStarts[line], parent: nil))
      outline.extend(to: lineRange(line).end, part)
    }
    return outline
  }
}
