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
  /// Whether the text is ASCII that the form keeps, which needs no ICU to know.
  func isUnchangedASCII(_ utf8: Span<UInt8>) -> Bool {
    form == .nfkcCasefold ? isUncasedASCII(utf8) : isASCII(utf8)
  }

  func isNormalized(_ utf8: Span<UInt8>, piece: Range<Int>) -> Bool {
    unsafe utf8.extracting(piece).withUnsafeBufferPointer { buffer in
      var status: Int32 = 0
      let answer = unsafe tare_icu_is_normalized(service, buffer.baseAddress, Int32(buffer.count), &status)
      requireMemory(status)
      return answer != 0
    }
  }

  /// Normalizes one piece and lends the result and its changes to `body`.
  func normalize(
    _ utf8: Span<UInt8>, piece: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<tare_icu_change>) -> Void
  ) {
    var status: Int32 = 0
    let text = unsafe utf8.extracting(piece).withUnsafeBufferPointer { buffer in
      unsafe tare_icu_normalize(service, buffer.baseAddress, Int32(buffer.count), &status)
    }
    defer { unsafe tare_icu_text_free(text) }
    requireMemory(status)
    // SAFETY: the shim gives as many bytes and changes as it says, and both live until the text is freed.
    unsafe body(
      UnsafeBufferPointer(start: text.bytes, count: Int(text.length)),
      UnsafeBufferPointer(start: text.changes, count: Int(text.change_count)))
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
