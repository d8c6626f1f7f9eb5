internal import TareUnicode

/// What each part of the lexical score weighs, which is another thing in each kind of language.
///
/// In English words say most, and which of them are rare anywhere helps. Where words are inflected or compounded,
/// what they have in common inside says more.
struct LexicalWeights: Sendable, Hashable {
  var words = 1.0
  var grams: Double
  var pairs: Double
  var questionInTitle = 0.5
  var titleInQuestion = 1.0
  /// How often what a word tells anywhere multiplies its rarity in the pool.
  var priorPower = 1
  /// Whether what a word tells anywhere multiplies the rarity of its runs of characters.
  var gramsHavePrior = false

  static let english = LexicalWeights(grams: 0.7, pairs: 0.3, priorPower: 2, gramsHavePrior: true)
  static let inflected = LexicalWeights(grams: 1.5, pairs: 0.2)
  static let compounding = LexicalWeights(words: 0.25, grams: 1, pairs: 0.2)
  /// Words of several syllables stand as several words, so that what counts is which stand together.
  static let isolating = LexicalWeights(grams: 0.7, pairs: 0.3)
  static let semitic = LexicalWeights(grams: 1.5, pairs: 0)
  static let ideographic = LexicalWeights(words: 0.25, grams: 1, pairs: 0)
  static let withoutBlanks = LexicalWeights(grams: 1, pairs: 0.3)

  /// The weights for texts in a script and, where that is Latin, a language.
  static func suiting(_ script: Script, _ language: Language?) -> LexicalWeights {
    switch script {
    case .latin: suiting(language)
    case .greek, .armenian, .tamil: compounding
    case .arabic, .hebrew: semitic
    case .han, .hiragana, .katakana, .hangul: ideographic
    case .thai, .lao, .khmer, .myanmar: withoutBlanks
    default: inflected
    }
  }

  private static func suiting(_ language: Language?) -> LexicalWeights {
    switch language?.name {
    case "english", nil: english
    case "vietnamese": isolating
    case "german", "turkish", "finnish", "hungarian": compounding
    default: inflected
    }
  }

  func prior(_ information: Double) -> Double { priorPower == 2 ? information * information : information }
}

extension LexicalWeights {
  /// One score for each chunk, between 0 and 1.
  func combining(_ parts: LexicalParts) -> [Double] {
    let (words, grams, pairs) = (
      parts.words.relativeToMaximum, parts.grams.relativeToMaximum, parts.pairs.relativeToMaximum
    )
    let titles = zip(parts.title.questionInTitle, parts.title.titleInQuestion).map {
      questionInTitle * $0 + titleInQuestion * $1
    }
    let hasTitles = titles.contains { $0 > 0 }
    let whole = self.words + self.grams + self.pairs + (hasTitles ? questionInTitle + titleInQuestion : 0)
    return words.indices.map {
      (self.words * words[$0] + self.grams * grams[$0] + self.pairs * pairs[$0] + titles[$0]) / whole
    }
  }
}
