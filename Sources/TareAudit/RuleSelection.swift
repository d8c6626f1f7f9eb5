import TareText

/// Which rules run: names, codes, beginnings of codes and `ALL`, taken and left as ruff does.
public struct RuleSelection: Sendable, Hashable {
  private let selected: [String]?
  private let ignored: [String]

  /// The rules that are on by default.
  public init() {
    selected = nil
    ignored = []
  }

  /// The rules that `select` takes, or those on by default where it is empty, without those that `ignore` leaves.
  ///
  /// - Throws: ``UnknownRule`` for a word that is no rule's name and begins no rule's code.
  public init(select: [String], ignore: [String]) throws(UnknownRule) {
    for word in select + ignore where !Self.isKnown(word) {
      throw UnknownRule(word: word, nearest: nearestName(to: word, among: Self.words))
    }
    selected = select.isEmpty ? nil : select
    ignored = ignore
  }

  /// Whether the rule with that page runs. The longer match wins, and of two equals the one that leaves out.
  public func contains(_ page: RulePage) -> Bool {
    let taken =
      selected.map { words in words.compactMap { Self.weight(of: $0, page) }.max() } ?? (page.isOnByDefault ? 0 : nil)
    guard let taken else { return false }
    guard let left = ignored.compactMap({ Self.weight(of: $0, page) }).max() else { return true }
    return taken > left
  }

  /// How closely `word` names the rule, or `nil` when it does not.
  private static func weight(of word: String, _ page: RulePage) -> Int? {
    RuleWord(text: word).weight(code: page.code, name: page.name)
  }

  private static func isKnown(_ word: String) -> Bool {
    word.uppercased() == "ALL" || RuleCatalogue.pages.contains { weight(of: word, $0) != nil }
  }

  private static var words: [String] { RuleCatalogue.pages.flatMap { [$0.code, $0.name] } + ["ALL"] }
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
