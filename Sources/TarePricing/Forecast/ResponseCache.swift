/// Answers that are kept and given again, without asking a model.
///
/// A cache takes its share of what comes to it, so two caches of 40 % leave 36 % and not 20 %: hits compound.
public struct ResponseCache: Sendable, Hashable {
  /// What it is called: exact, semantic.
  public let name: String
  /// The share of requests coming to it that it answers.
  public let hitShare: Fraction
  /// What looking costs, for every request that comes to it, such as an embedding of the question.
  public let lookup: CallPrice?

  /// A cache that answers a share of what comes to it.
  public init(name: String, hitShare: Fraction, lookup: CallPrice? = nil) {
    (self.name, self.hitShare, self.lookup) = (name, hitShare, lookup)
  }
}
