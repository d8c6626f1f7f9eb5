import TareText

/// Which rules run: names, codes, beginnings of codes and `ALL`, taken and left as ruff does, layer over layer.
public struct RuleSelection: Sendable, Hashable {
  /// What one source of settings says.
  public struct Layer: Sendable, Hashable {
    /// The only rules that run, as far as this layer and those below go; `nil` where it leaves that to those below.
    public var select: [String]?
    /// Rules that run besides.
    public var extendSelect: [String]
    /// Rules that do not run.
    public var ignore: [String]

    /// A layer; what is left out says nothing.
    public init(select: [String]? = nil, extendSelect: [String] = [], ignore: [String] = []) {
      self.select = select
      self.extendSelect = extendSelect
      self.ignore = ignore
    }

    var words: [String] { (select ?? []) + extendSelect + ignore }
  }

  private let takesAll: Bool
  private var layers: [Layer]

  /// The rules that are on by default.
  public init() {
    self.init(takesAll: false, layers: [])
  }

  private init(takesAll: Bool, layers: [Layer]) {
    self.takesAll = takesAll
    self.layers = layers
  }

  /// Every rule there is.
  public static let all = RuleSelection(takesAll: true, layers: [])

  /// The rules that `select` takes, or those on by default where it is empty, without those that `ignore` leaves.
  ///
  /// - Throws: ``UnknownRule`` for a word that is no rule's name and begins no rule's code.
  public init(select: [String], ignore: [String]) throws(UnknownRule) {
    let layer = Layer(select: select.isEmpty ? nil : select, ignore: ignore)
    for word in layer.words { try Self.check(word) }
    self.init(takesAll: false, layers: [layer])
  }

  /// This selection with `layer` on top, whose words were checked.
  public func with(_ layer: Layer) -> RuleSelection {
    RuleSelection(takesAll: takesAll, layers: layers + (layer == Layer() ? [] : [layer]))
  }

  /// Whether the rule with that page runs. Within a layer the longer match wins, and of two equals the one that leaves
  /// out; between layers the later one does.
  public func contains(_ page: RulePage) -> Bool {
    var isTaken = takesAll || page.isOnByDefault
    for layer in layers {
      let taken = Self.weight(of: (layer.select ?? []) + layer.extendSelect, page)
      let left = Self.weight(of: layer.ignore, page)
      if layer.select != nil { isTaken = false }
      if let taken, taken > left ?? -1 {
        isTaken = true
      } else if left != nil {
        isTaken = false
      }
    }
    return isTaken
  }

  // MARK: Words

  /// Checks that `word` is the name or code of one of `pages`, the beginning of a code, or `ALL`.
  ///
  /// - Throws: ``UnknownRule`` with the nearest name or code.
  public static func check(_ word: String, among pages: [RulePage] = RuleCatalogue.pages) throws(UnknownRule) {
    if word.uppercased() == "ALL" || pages.contains(where: { weight(of: word, $0) != nil }) { return }
    let words = pages.flatMap { [$0.code, $0.name] } + ["ALL"]
    throw UnknownRule(word: word, nearest: nearestName(to: word, among: words))
  }

  private static func weight(of words: [String], _ page: RulePage) -> Int? {
    words.compactMap { weight(of: $0, page) }.max()
  }

  /// How closely `word` names the rule, or `nil` when it does not.
  static func weight(of word: String, _ page: RulePage) -> Int? {
    RuleWord(text: word).weight(code: page.code, name: page.name)
  }
}

/// A word that selects no rule.
public struct UnknownRule: Error, Sendable, Hashable {
  /// The word.
  public let word: String
  /// The name or code it was most likely meant to be.
  public let nearest: String?
}

extension UnknownRule: CustomStringConvertible {
  /// One sentence that names the word and what may have been meant.
  public var description: String {
    "unknown rule \"\(word)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
  }
}
