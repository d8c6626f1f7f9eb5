/// A prompt as prices see it: how long it is, and how much of its start is the same in every request.
public struct PromptSize: Sendable, Hashable {
  /// All tokens of the prompt; never below 0.
  public let total: Int
  /// Those of its stable start; never more than ``total``.
  public let stable: Int

  /// A prompt of `total` tokens, the first `stable` of them the same in every request. Numbers out of range are taken as
  /// the nearest one within it.
  public init(_ total: Int, stable: Int) {
    self.total = max(0, total)
    self.stable = min(max(0, stable), self.total)
  }
}
