public import TareTokens

/// How many tokens of one encoding a text has of each kind. Compositions add up: that of several texts is the sum.
public struct TextComposition: Sendable, Hashable {
  /// The tokens of each kind, in the order of ``TextKind/allCases``.
  private var counts = [Int](repeating: 0, count: TextKind.allCases.count)

  /// Nothing of any kind.
  public init() {}

  /// Counts each part of a text by its kind, as ``CompositionCounter`` does.
  ///
  /// - Complexity: O(*n*) in bytes.
  public init(of utf8: ArraySlice<UInt8>, counting tokenizer: Tokenizer) {
    var counter = CompositionCounter(tokenizer)
    counter.append(utf8)
    self = counter.finish()
  }

  /// The tokens of a kind.
  public subscript(kind: TextKind) -> Int {
    get { counts[Self.place(of: kind)] }
    set { counts[Self.place(of: kind)] = newValue }
  }

  /// The tokens of all kinds. Parts are counted by themselves, so that this may differ by a token for each cut from the
  /// count of the text in one piece.
  public var total: Int { counts.reduce(0, +) }

  /// The composition of two texts together.
  public static func + (left: TextComposition, right: TextComposition) -> TextComposition {
    var sum = left
    for kind in TextKind.allCases { sum[kind] += right[kind] }
    return sum
  }

  private static func place(of kind: TextKind) -> Int { TextKind.allCases.firstIndex(of: kind) ?? 0 }
}
