internal import CStemmer

/// One of Snowball's stemmers; it holds scratch memory, so it belongs to one call.
@safe final class Snowball {
  private let stemmer: OpaquePointer

  /// The stemmer of that name, or `nil` if Snowball has none.
  init?(_ name: String) {
    guard let stemmer = unsafe sb_stemmer_new(name, "UTF_8") else { return nil }
    unsafe self.stemmer = stemmer
  }

  deinit { unsafe sb_stemmer_delete(stemmer) }

  /// Calls `body` with the stem of a word in lower case.
  func withStem<Result>(of word: Span<UInt8>, _ body: (Span<UInt8>) -> Result) -> Result {
    unsafe word.withUnsafeBufferPointer { buffer in
      guard buffer.count <= Int32.max,
        let stem = unsafe sb_stemmer_stem(stemmer, buffer.baseAddress, Int32(buffer.count))
      else { return unsafe body(buffer.span) }
      // SAFETY: the stem lives in the stemmer until the next call, which cannot come before `body` returns.
      let length = unsafe Int(sb_stemmer_length(stemmer))
      return unsafe body(UnsafeBufferPointer(start: stem, count: length).span)
    }
  }
}
