/// The number of tokens of one piece of any length that comes bit by bit, at memory that the vocabulary bounds.
///
/// ```
/// settled: only the number of tokens is left   │ pending: the bytes are kept
/// ─────────────────────────────────────────────┼──────────────── horizon ────┤ what comes next
///                                              └ a token ends here, whatever comes next
/// ```
/// **What is settled.** Let *h*, the horizon, be the number of bytes of all tokens of the vocabulary together. A token
/// boundary that lies *h* bytes or more before the end of what is known stays a boundary whatever follows.
///
/// Proof. Take a text *T* and a longer one *TS*, and merge both rule by rule in the order of ranks, each rule wherever
/// it applies from left to right. (In a vocabulary all of whose tokens are reached by merging their own bytes, merging
/// the pair of lowest rank again and again does the same: when two tokens touch, no merge has crossed the outer edges
/// of the two, so what lies between is what merging those bytes alone gives; it can therefore not hold a pair whose
/// rule came earlier.) Say that before a rule both texts have the same boundaries at and below some boundary *p*; at
/// first *p* is the end of *T*. Whether the rule joins two tokens that both end at or before *p* is decided by tokens
/// at or before *p*. Only the last of these, if it is the rule's left part, may be joined across *p* in one text and
/// not in the other, and then both still agree at and below the boundary before it. So a rule moves *p* to the left by
/// at most the length of its left part, each token has one rule, and all of them together move it by less than *h*.
///
/// **Why counting afresh behind a settled boundary is right.** A list of tokens is what merging gives exactly when each
/// pair of neighbours could have come out of merging (see ``Vocabulary/canStandTogether(_:_:)``). Both parts of a list
/// cut in two keep that property, so the tokens of the bytes behind the boundary are those the whole piece has there.
///
/// - Complexity: each byte is encoded once, and again while it lies within the horizon of an end that was reached:
///   (`block` + *h*) / `block` times on average. At most *h* + `block` bytes and the next slice are kept.
struct LongPieceCount {
  /// How many bytes are taken in before some are settled: about the horizon of the largest built-in vocabulary, so
  /// that a byte is encoded about twice.
  static let usualBlock = 1 << 21

  private let vocabulary: Vocabulary
  private let block: Int
  private var pending: [UInt8]
  private var settledBytes = 0
  private var settledTokens = 0

  /// - Precondition: `block` is at least the length of the longest token.
  init(_ vocabulary: Vocabulary, _ bytes: ArraySlice<UInt8> = [], block: Int = usualBlock) {
    self.vocabulary = vocabulary
    self.block = block
    pending = Array(bytes)
  }

  /// The number of bytes taken in.
  var byteCount: Int { settledBytes + pending.count }

  /// Whether enough has come for a part of it to be settled.
  var canSettle: Bool { pending.count >= vocabulary.mergeHorizon + block }

  /// The place that settling does not go beyond.
  var settlingLimit: Int { byteCount - vocabulary.mergeHorizon }

  /// What was taken in from `place` on.
  ///
  /// - Precondition: `place` is not settled yet.
  func bytes(from place: Int) -> ArraySlice<UInt8> { pending[(place - settledBytes)...] }

  mutating func append(_ bytes: ArraySlice<UInt8>) { pending += bytes }

  /// Forgets the bytes whose tokens stay as they are, and keeps their number.
  mutating func settle() {
    var end = 0
    for token in tokens(of: pending.count) {
      let next = end + vocabulary.length(token)
      guard next <= pending.count - vocabulary.mergeHorizon else { break }
      end = next
      settledTokens += 1
    }
    pending.removeFirst(end)
    settledBytes += end
  }

  /// The number of tokens if the piece ends here.
  var count: Int { count(upTo: byteCount) }

  /// The number of tokens if the piece ends at `place`.
  ///
  /// - Precondition: `place` is not settled yet.
  func count(upTo place: Int) -> Int { settledTokens + tokens(of: place - settledBytes).count }

  private func tokens(of length: Int) -> [TokenID] {
    guard length > 0 else { return [] }
    return unsafe pending.withUnsafeBufferPointer { bytes in
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { empty in
        let text = unsafe TextCursor(bytes, empty: empty)
        var backtracking = Backtracking()
        defer { backtracking.free() }
        let count = backtracking.run(text, 0, length, vocabulary)
        return unsafe Array(UnsafeBufferPointer(start: backtracking.tokens, count: count))
      }
    }
  }
}

extension Vocabulary {
  /// The bytes of all tokens together: what comes later changes no token boundary that lies this far back or further.
  /// The proof is at ``LongPieceCount``.
  var mergeHorizon: Int { tokenByteCount }
}
