import TareJSON
import TareText

extension Fix {
  /// The fix that ``writeCached(to:removal:)`` wrote; `nil` where that is damaged.
  ///
  /// - Parameter edits: Those of the finding, which are the fix's where it has none of its own.
  init?(cached value: JSONValue, edits: [Edit]) {
    guard let message = value["message"]?.string, let divisible = value["divisible"]?.boolean,
      let safety = value["safety"]?.string.flatMap(FixSafety.init(rawValue:)),
      let edits = value["edits"].map({ [Edit](cached: $0) }) ?? edits
    else { return nil }
    self.init(message, safety, edits: edits, isDivisible: divisible)
  }

  func writeCached(to object: inout JSONWriter, removal: [Edit]) {
    object.member("message", message)
    object.member("safety", safety.rawValue)
    object.member("divisible", isDivisible)
    guard edits != removal else { return }
    object.array("edits") { array in for edit in edits { array.array { edit.writeCached(to: &$0) } } }
  }
}

extension [Edit] {
  /// The edits of an array of them; `nil` where one is damaged.
  init?(cached value: JSONValue) {
    self = value.elements.compactMap(Edit.init(cached:))
    guard count == value.elements.count else { return nil }
  }
}

extension Edit {
  fileprivate init?(cached value: JSONValue) {
    guard let range = SourceRange(cached: value), let replacement = value.elements.last?.stringBytes else { return nil }
    self.init(range, replacement: replacement)
  }

  func writeCached(to array: inout JSONWriter) {
    range.writeCached(to: &array)
    array.value(String(decoding: replacement, as: UTF8.self))
  }
}

extension SourceRange {
  /// The range whose ends open an array of numbers.
  init?(cached value: JSONValue) {
    let ends = value.elements.prefix(2).compactMap(\.integer)
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { return nil }
    self.init(ends[0], ends[1])
  }

  func writeCached(to array: inout JSONWriter) {
    array.value(start)
    array.value(end)
  }
}
