/// A regular expression of the kind that pre-tokenizers are published as, after reading.
///
/// What is looked ahead at is never more than one scalar, which is what lets the whole expression become a table.
indirect enum PatternNode: Hashable, Sendable {
  /// One scalar of the set.
  case one(ScalarSet)
  /// One after the other.
  case sequence([PatternNode])
  /// The first of them that lets the rest match.
  case choice([PatternNode])
  /// At least `least` times and at most `most` times, as often as possible unless `isLazy`.
  case repeated(PatternNode, least: Int, most: Int?, isLazy: Bool)
  /// As often as possible, and nothing is given back.
  case possessive(ScalarSet, least: Int, most: Int?)
  /// Nothing, where the next scalar is in the set or, if `orEnd`, the text ends.
  case before(ScalarSet, orEnd: Bool)
}

/// Which engine a pattern was written for. They differ in what a quantifier behind another one means, and in `$`.
package enum PatternDialect: Sendable, Hashable {
  /// Oniguruma with Ruby's syntax, as Hugging Face's tokenizers use it: `{1,3}+` is a repeat of a repeat, `$` is the
  /// end of a line.
  case oniguruma
  /// fancy-regex, as tiktoken uses it: `{1,3}+` is possessive, `$` is the end of the text.
  case fancyRegex
}

/// Why a pattern was not understood.
package struct PatternError: Error, Sendable, Hashable {
  /// The number of scalars before the place.
  package let offset: Int
  /// What stands there.
  package let excerpt: String
  /// What is wrong with it.
  package let reason: String
}

extension PatternError: CustomStringConvertible {
  package var description: String { "pattern is not understood at \"\(excerpt)\": \(reason)" }
}
