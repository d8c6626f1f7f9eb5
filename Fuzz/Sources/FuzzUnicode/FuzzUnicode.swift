internal import Tare

/// Normalizing twice is normalizing once, changes lead to the normal form, and boundaries cover the text.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  do throws(UnicodeDataError) {
    for form in NormalForm.allCases { check(bytes, try Normalizer(form)) }
    checkCover(try WordBoundaries().segments(in: bytes.span).map(\.range), bytes.count)
    checkCover(try SentenceBoundaries().sentences(in: bytes.span), bytes.count)
  } catch {
    preconditionFailure(error.description)
  }
  return 0
}

private func check(_ bytes: [UInt8], _ normalizer: Normalizer) {
  let normal = normalizer.normalized(bytes.span)
  if isAtRest(bytes, in: normalizer.form) {
    precondition(normalizer.normalized(normal.span) == normal, "a normal form changes when it is normalized")
  }
  precondition(normalizer.isNormalized(bytes.span) == (normal == bytes), "the check and the form disagree")
  var edited: [UInt8] = []
  var copied = 0
  for change in normalizer.changes(in: bytes.span) {
    edited += bytes[copied..<change.range.lowerBound] + change.replacement
    copied = change.range.upperBound
  }
  precondition(edited + bytes[copied...] == normal, "the changes lead elsewhere")
}

/// Case folding drops characters, and what stood on either side of one can be two halves of another.
private func isAtRest(_ bytes: [UInt8], in form: NormalForm) -> Bool {
  form != .nfkcCasefold || String(validating: bytes, as: UTF8.self) != nil
}

private func checkCover(_ ranges: [Range<Int>], _ count: Int) {
  var end = 0
  for range in ranges {
    precondition(range.lowerBound == end && !range.isEmpty, "boundaries leave a gap")
    end = range.upperBound
  }
  precondition(end == count, "boundaries stop early")
}
