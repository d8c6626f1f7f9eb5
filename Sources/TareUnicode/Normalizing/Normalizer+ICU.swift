internal import CTareICU

extension NormalForm {
  var code: Int32 {
    switch self {
    case .nfc: Int32(TARE_ICU_NFC)
    case .nfd: Int32(TARE_ICU_NFD)
    case .nfkc: Int32(TARE_ICU_NFKC)
    case .nfkcCasefold: Int32(TARE_ICU_NFKC_CASEFOLD)
    }
  }
}

extension Normalizer {
  /// Whether ICU finds the bytes of `stretch` normalized.
  func isNormalized(_ text: UnsafeBufferPointer<UInt8>, stretch: Range<Int>) -> Bool {
    var status: Int32 = 0
    let bytes = unsafe UnsafeBufferPointer(rebasing: text[stretch])
    let answer = unsafe tare_icu_is_normalized(service, bytes.baseAddress, Int32(bytes.count), &status)
    requireMemory(status)
    return answer != 0
  }

  /// Appends ICU's normal form of the bytes of `stretch`; `buffer` is used again by the next call.
  func append(
    _ text: UnsafeBufferPointer<UInt8>, stretch: Range<Int>, to result: inout [UInt8], buffer: inout [UInt8]
  ) {
    let bytes = unsafe UnsafeBufferPointer(rebasing: text[stretch])
    while true {
      let length = unsafe normalize(bytes, into: &buffer)
      if length <= buffer.count { return result += buffer[..<length] }
      buffer = [UInt8](repeating: 0, count: length)
    }
  }

  /// How long the normal form is; the buffer holds as much of it as it can.
  private func normalize(_ bytes: UnsafeBufferPointer<UInt8>, into buffer: inout [UInt8]) -> Int {
    var status: Int32 = 0
    let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      // SAFETY: the shim writes no more than the capacity it is given.
      unsafe tare_icu_normalize_into(
        service, bytes.baseAddress, Int32(bytes.count), buffer.baseAddress, Int32(buffer.count), &status)
    }
    requireMemory(status)
    return Int(length)
  }

  /// What ICU changes in the bytes of `stretch`.
  func changes(in text: UnsafeBufferPointer<UInt8>, stretch: Range<Int>) -> [NormalizationChange] {
    var status: Int32 = 0
    let bytes = unsafe UnsafeBufferPointer(rebasing: text[stretch])
    let normal = unsafe tare_icu_normalize(service, bytes.baseAddress, Int32(bytes.count), &status)
    defer { unsafe tare_icu_text_free(normal) }
    requireMemory(status)
    // SAFETY: the shim gives as many bytes and changes as it says, and both live until the text is freed.
    let result = unsafe UnsafeBufferPointer(start: normal.bytes, count: Int(normal.length))
    let changes = unsafe UnsafeBufferPointer(start: normal.changes, count: Int(normal.change_count))
    return unsafe changes.map { unsafe NormalizationChange($0, behind: stretch.lowerBound, result: result) }
  }

  /// Whether nothing in front of the scalar ever changes what becomes of it and what follows.
  func hasBoundary(before scalar: UInt32) -> Bool { unsafe tare_icu_has_boundary_before(service, scalar) != 0 }

  /// Canonical_Combining_Class, 0 for what stands by itself.
  func combiningClass(of scalar: UInt32) -> UInt8 { unsafe tare_icu_combining_class(service, scalar) }

  /// What two scalars compose to.
  func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    UInt32(exactly: unsafe tare_icu_compose(service, first, second))
  }

  /// The full decomposition of a scalar, in the order of the data; the scalar itself where there is none.
  func forEachMapped(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    var mapping = InlineArray<18, UInt32>(repeating: 0)
    var span = mapping.mutableSpan
    let count = unsafe span.withUnsafeMutableBufferPointer { buffer in
      // SAFETY: the shim writes no more than its longest mapping, which is the size of the array.
      unsafe tare_icu_mapping(service, scalar, buffer.baseAddress)
    }
    guard count >= 0 else { return body(scalar) }
    for index in 0..<Int(count) { body(mapping[index]) }
  }
}

extension NormalizationChange {
  init(_ change: tare_icu_change, behind offset: Int, result: UnsafeBufferPointer<UInt8>) {
    let start = offset + Int(change.source_start)
    let replaced = Int(change.result_start)
    range = start..<start + Int(change.source_length)
    replacement = unsafe Array(result[replaced..<replaced + Int(change.result_length)])
  }
}
