/// A parsed JSON text: its bytes and a flat list of where each value stands.
///
/// ```
/// bytes  {"role":"user","parts":[1,2]}
/// nodes  0 object 0..<29 next 8
///        1 string 1..<7        key
///        2 string 8..<14       its value
///        3 string 15..<22      key
///        4 array  23..<28 next 7
///        5 number 24..<25
///        6 number 26..<27
/// ```
/// `next` is the node behind the value and all it holds, so that siblings are walked without looking inside.
/// Nothing is decoded until asked for, and no value is ever written again: what is kept is copied from `bytes`.
public final class JSONDocument: Sendable {
  /// How deep objects and arrays may be nested. RFC 8259 section 9 lets an implementation set a limit; this one
  /// is far above any provider's payload and far below what a walk over the values could overflow on.
  public static let depthLimit = 1_024

  /// The most bytes of a text: a place in it is kept in 32 bits.
  public static let sizeLimit = 1 << 31
  /// The most values of a text, names of members counted: a list of them takes 16 bytes each, so that a text of nothing
  /// but brackets is refused before the memory is full.
  public static let valueLimit = 1 << 26

  /// The text as it came.
  public let bytes: [UInt8]
  let nodes: [JSONNode]

  init(bytes: [UInt8], nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }

  /// Parses one JSON value with nothing but white space around it; a byte order mark before it is passed over.
  ///
  /// - Throws: ``JSONError`` with the place of the first mistake.
  /// - Complexity: O(*n*) in bytes, without recursion.
  public convenience init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self.init(bytes: bytes, nodes: try reader.read())
  }

  /// The outermost value.
  public var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// One value on the tape, in 16 bytes.
struct JSONNode: Sendable {
  let kind: JSONValue.Kind
  /// Whether the string holds a backslash, so that its raw bytes are not its text.
  let hasEscapes: Bool
  private let startOffset: UInt32
  private var endOffset: UInt32
  private var nextNode: UInt32

  /// - Precondition: The numbers fit, as ``JSONDocument/sizeLimit`` and ``JSONDocument/valueLimit`` see to.
  init(kind: JSONValue.Kind, hasEscapes: Bool = false, start: Int, end: Int, next: Int) {
    self.kind = kind
    self.hasEscapes = hasEscapes
    startOffset = UInt32(start)
    endOffset = UInt32(end)
    nextNode = UInt32(next)
  }

  var start: Int { Int(startOffset) }
  /// The offset behind the value.
  var end: Int {
    get { Int(endOffset) }
    set { endOffset = UInt32(newValue) }
  }
  /// The node behind the value and all it holds.
  var next: Int {
    get { Int(nextNode) }
    set { nextNode = UInt32(newValue) }
  }
}
