internal import Tare

/// JSON that is accepted reads again from each of its values' own bytes, to the same kind and the same text.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard let document = try? JSONDocument(parsing: bytes) else { return 0 }
  check(document.root)
  return 0
}

private func check(_ value: JSONValue) {
  let raw = Array(value.rawBytes)
  guard let again = try? JSONDocument(parsing: raw).root else { preconditionFailure("a value's bytes are no JSON") }
  precondition(again.kind == value.kind && again.range == SourceRange(0, raw.count), "a value reads as another")
  precondition(again.stringBytes == value.stringBytes && again.integer == value.integer)
  checkString(value)
  for element in value.elements {
    precondition(value.range.contains(element.range), "an element stands outside its array")
    check(element)
  }
  for member in value.members {
    precondition(value.range.contains(member.range), "a member stands outside its object")
    precondition(value[member.name] != nil, "a member is not found by its name")
    check(member.value)
  }
}

/// What is written from a decoded string reads to the same string.
private func checkString(_ value: JSONValue) {
  guard let text = value.string else { return }
  var writer = JSONWriter()
  writer.value(text)
  guard let again = try? JSONDocument(parsing: writer.bytes).root else { preconditionFailure("written JSON is none") }
  precondition(again.string == text, "a written string reads as another")
}
