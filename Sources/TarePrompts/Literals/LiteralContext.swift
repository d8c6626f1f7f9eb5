/// What stands in front of a string literal in a program, as far as it says whether the literal is a prompt.
///
/// A literal is one when the name it is given, the argument it is passed for, the key it stands behind, the function that
/// returns it, or a comment on the line or the line above says so.
struct LiteralContext {
  /// The name that a value is now expected for.
  private var target: String?
  /// The last name that was read, and the one an annotation follows.
  private var lastName = ""
  private var annotated: String?
  /// The function whose body was entered last.
  private var function = ""
  /// Whether the value that stands here is what a function returns.
  private var isReturned = false
  /// Whether a comment chose the next literal.
  private var isChosen = false
  private var depth = 0
  private var targetDepth = 0
  /// Whether the value stands in a call that takes common indentation away.
  private(set) var isDedented = false

  /// Calls that a prompt may stand in.
  private static let wrappers: Set<String> = [
    "textwrap", "dedent", "inspect", "cleandoc", "outdent", "strip", "await", "new",
  ]

  /// Names that say that their value is sent to a model.
  private static func saysPrompt(_ name: String) -> Bool {
    let name = name.lowercased()
    let whole: Set<String> = ["system", "content", "sys_msg", "system_message", "systemmessage"]
    return whole.contains(name) || name.contains("prompt") || name.contains("instruction")
  }

  /// Whether a literal that stands here is a prompt.
  var expectsPrompt: Bool { isChosen || target.map(Self.saysPrompt) ?? false }

  mutating func comment(_ text: some Sequence<UInt8>) {
    let words = String(decoding: Array(text), as: UTF8.self).split { " \t#/*:".contains($0) }
    if words.first == "tare", words.dropFirst().first == "prompt" { isChosen = true }
  }

  mutating func name(_ name: String) {
    if Self.wrappers.contains(name) {
      if name == "dedent" || name == "cleandoc" { isDedented = true }
      return
    }
    if name == "return" { return expectReturned() }
    if lastName == "def" || lastName == "function" { function = name }
    lastName = name
    if annotated == nil { dropTarget() }
  }

  private mutating func expectReturned() {
    annotated = nil
    lastName = ""
    dropTarget()
    if Self.saysPrompt(function) { expect(function) }
    isReturned = true
  }

  /// Whether a literal that stands here and says `text` is a prompt: what a function of any name returns is one if it
  /// speaks to a model.
  func expectsPrompt(saying text: ArraySlice<UInt8>) -> Bool {
    if expectsPrompt { return true }
    let start = text.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\\") }
    return isReturned && Self.openings.contains { start.starts(with: $0) }
  }

  private static let openings = ["You are ", "You're ", "Your task ", "Act as "].map { Array($0.utf8) }

  /// A mark between `before` and `after`, which tell an assignment from a comparison and an arrow.
  mutating func mark(_ byte: UInt8, before: UInt8, after: UInt8) {
    switch byte {
    case UInt8(ascii: "=") where "=!<>".utf8.contains(before) || "=>".utf8.contains(after): dropTarget()
    case UInt8(ascii: "="):
      expect(annotated ?? lastName)
      annotated = nil
    case UInt8(ascii: ":"):
      // A key of a mapping, or a name with its type.
      annotated = depth == 0 ? lastName : nil
      expect(lastName)
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      dropTarget()
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      if depth < targetDepth { dropTarget() }
    case UInt8(ascii: ","), UInt8(ascii: ";"): dropTarget()
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "\\"): break
    default: dropTarget()
    }
  }

  mutating func lineEnd() {
    guard depth == 0 else { return }
    dropTarget()
    annotated = nil
    lastName = ""
  }

  /// A literal was read; it may be a key.
  mutating func literal(_ text: [UInt8]) {
    isChosen = false
    lastName = text.count <= 64 ? String(decoding: text, as: UTF8.self) : ""
  }

  private mutating func expect(_ name: String) {
    target = name.isEmpty ? nil : name
    targetDepth = depth
    isDedented = false
  }

  private mutating func dropTarget() {
    target = nil
    isReturned = false
    isDedented = false
  }
}
