internal import CTareICU

/// A walk over the boundaries that ICU finds, in UTF-8 offsets.
///
/// It owns a clone of ICU's rules, so that no two threads share state; a clone costs about a microsecond.
@safe struct BoundaryWalk: ~Copyable {
  enum Kind {
    case words
    case sentences
  }

  /// How many bytes ICU is given at once; it counts in 32 bits.
  static let pieceLimit = 1 << 30

  private let breaks: OpaquePointer

  init(_ kind: Kind) throws(UnicodeDataError) {
    var status: Int32 = 0
    guard let breaks = unsafe tare_icu_breaks_open(kind.code, &status) else {
      throw UnicodeDataError(service: kind.name, status: status)
    }
    unsafe self.breaks = breaks
  }

  /// A walk of a kind whose rules are known to open.
  init(openedBefore kind: Kind) {
    do { try self.init(kind) } catch { preconditionFailure("ICU ran out of memory") }
  }

  deinit { unsafe tare_icu_breaks_close(breaks) }

  /// Calls `body` with the end of each stretch between two boundaries of `range`, in order, and whether it is a word.
  ///
  /// The last end is the end of `range`; an empty range has none.
  func forEachEnd(in utf8: Span<UInt8>, _ range: Range<Int>, _ body: (Int, Bool) -> Void) {
    unsafe utf8.extracting(range).withUnsafeBufferPointer { buffer in
      var status: Int32 = 0
      // SAFETY: ICU reads the buffer only in this closure, while it is alive.
      unsafe tare_icu_breaks_set_text(breaks, buffer.baseAddress, Int64(buffer.count), &status)
      requireMemory(status)
      while case let end = unsafe tare_icu_breaks_next(breaks), end >= 0 {
        body(range.lowerBound + Int(end), unsafe tare_icu_breaks_is_word(breaks) != 0)
      }
    }
  }
}

extension BoundaryWalk.Kind {
  fileprivate var code: Int32 {
    switch self {
    case .words: Int32(TARE_ICU_WORDS)
    case .sentences: Int32(TARE_ICU_SENTENCES)
    }
  }

  fileprivate var name: String {
    switch self {
    case .words: "word boundaries"
    case .sentences: "sentence boundaries"
    }
  }
}
