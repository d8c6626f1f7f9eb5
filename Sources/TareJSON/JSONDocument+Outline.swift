public import TareText

extension JSONDocument {
  /// The depth to which fields have parts of their own. What stands deeper belongs to the field at that depth, so that
  /// the names of all fields together are no longer than this many times the text.
  public static let outlineDepth = 32

  /// The fields, named by their paths: `.` is the whole, `.tools[].name` the member `name` of every element of the
  /// member `tools`. A field reaches from the first byte of its name to the last of its value; commas, brackets and
  /// blanks between fields belong to what holds them.
  ///
  /// - Complexity: O(*n*) in bytes, without recursion.
  public var outline: TextOutline {
    var walk = OutlineWalk(self)
    return walk.run()
  }
}

/// A walk over the values of a document that keeps the path to where it is.
private struct OutlineWalk {
  private struct Frame {
    let container: Int
    let part: Int
    var next: Int
  }

  private struct Field: Hashable {
    let parent: Int
    /// The name; `nil` for the elements of an array.
    let name: ArraySlice<UInt8>?
  }

  private let document: JSONDocument
  private var outline = TextOutline()
  private var fields: [Field: Int] = [:]
  private var open: [Frame] = []

  init(_ document: JSONDocument) {
    self.document = document
  }

  mutating func run() -> TextOutline {
    let root = outline.add(TextOutline.Part(name: ".", start: 0, parent: nil))
    enter(0, root)
    while let frame = open.last {
      if frame.next < document.nodes[frame.container].next {
        visitNext(in: frame)
      } else {
        outline.extend(to: document.nodes[frame.container].end, frame.part)
        open.removeLast()
      }
    }
    outline.extend(to: document.bytes.count, root)
    return outline
  }

  private mutating func visitNext(in frame: Frame) {
    let isMember = document.nodes[frame.container].kind == .object
    let value = isMember ? frame.next + 1 : frame.next
    let part = open.count <= JSONDocument.outlineDepth ? field(at: frame.next, isMember, frame.part) : frame.part
    outline.extend(to: document.nodes[frame.next].start, frame.part)
    open[open.count - 1].next = document.nodes[value].next
    enter(value, part)
  }

  private mutating func enter(_ value: Int, _ part: Int) {
    let node = document.nodes[value]
    if node.kind == .object || node.kind == .array {
      open.append(Frame(container: value, part: part, next: value + 1))
    } else {
      outline.extend(to: node.end, part)
    }
  }

  /// The part of the member or element at `index`.
  private mutating func field(at index: Int, _ isMember: Bool, _ parent: Int) -> Int {
    let name = isMember ? JSONValue(document: document, index: index).utf8 : nil
    let field = Field(parent: parent, name: name)
    if let known = fields[field] {
      outline.addOccurrence(of: known)
      return known
    }
    let path = path(of: name, in: outline.parts[parent].name)
    let part = outline.add(TextOutline.Part(name: path, start: document.nodes[index].start, parent: parent))
    fields[field] = part
    return part
  }

  /// A path as jq writes it.
  private func path(of name: ArraySlice<UInt8>?, in parent: String) -> String {
    guard let name else { return parent + "[]" }
    let prefix = parent == "." ? "" : parent
    return prefix + "." + (isPlain(name) ? String(decoding: name, as: UTF8.self) : quoted(name))
  }

  private func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, !(0x30...0x39).contains(first) else { return false }
    return name.allSatisfy { $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }

  private func quoted(_ name: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    appendQuoted(name, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
