public import TareText
public import TareTokens

/// Which parts of a text its tokens belong to: the lines, the sections or the fields, the largest first.
public struct AttributionReport: Sendable, Hashable {
  /// What a text is divided into.
  public enum Division: String, Sendable, CaseIterable {
    /// Lines, each with its ending.
    case line
    /// What Markdown headings open.
    case section
    /// The members and elements of a JSON document, by their paths.
    case field
  }

  /// The count of one part.
  public struct Row: Sendable, Hashable {
    /// What the part is shown by.
    public let name: String
    /// The line on which it begins, from 1.
    public let line: Int
    /// How often it occurs.
    public let occurrences: Int
    /// The number of tokens, those of the parts inside it included.
    public let tokens: Int
    /// The number of tokens that belong to no part inside it. Over all parts they sum to the whole.
    public let own: Int
  }

  /// The name the text is shown by.
  public let path: String
  /// What it was divided into.
  public let division: Division
  /// The encoding of every count.
  public let encoding: Encoding
  /// How the counts were come by.
  public let basis: TokenCount.Basis
  /// The model the encoding was chosen for, where one was named.
  public let model: String?
  /// The parts, largest first, and of equal ones the first.
  public let rows: [Row]
  /// The number of tokens of the whole text.
  public let tokens: Int

  /// Attributes the tokens of `source` to the parts of `outline`.
  ///
  /// - Parameter scaled: The number of tokens of the model for a number of tokens of the encoding. It is asked for
  ///   sums only, so that the parts still sum to the whole.
  public init(
    path: String, _ source: SourceText, _ outline: TextOutline, by division: Division, tokenizer: Tokenizer,
    basis: TokenCount.Basis, model: String?, scaled: (Int) -> Int
  ) {
    let counts = RangeCounts(of: source.utf8.span, edges: outline.segments.map(\.end), tokenizer)
    let own = Self.own(outline, counts, scaled)
    let whole = Self.whole(outline, own)
    let rows = outline.parts.indices.map { index in
      let part = outline.parts[index]
      return Row(
        name: part.name, line: source.lineIndex(at: part.start) + 1, occurrences: part.occurrences,
        tokens: whole[index], own: own[index])
    }
    self.path = path
    self.division = division
    self.encoding = tokenizer.encoding
    self.basis = basis
    self.model = model
    // Sorting keeps the order of equal elements, so the first of equal parts comes first.
    self.rows = rows.sorted { $0.tokens > $1.tokens }
    tokens = scaled(counts.total)
  }

  private static func own(_ outline: TextOutline, _ counts: RangeCounts, _ scaled: (Int) -> Int) -> [Int] {
    var own = [Int](repeating: 0, count: outline.parts.count)
    var before = 0
    for segment in outline.segments {
      let now = scaled(counts.tokens(before: segment.end))
      own[segment.part] += now - before
      before = now
    }
    return own
  }

  /// A part's own tokens and those of the parts inside it, each of which stands behind it.
  private static func whole(_ outline: TextOutline, _ own: [Int]) -> [Int] {
    var whole = own
    for (index, part) in outline.parts.enumerated().reversed() {
      if let parent = part.parent { whole[parent] += whole[index] }
    }
    return whole
  }
}
