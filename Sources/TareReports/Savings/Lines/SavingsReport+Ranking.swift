import TarePricing
import TareSavings

extension SavingsReport {
  /// The prompts by how much they change the bill, the most first; where that is not known for all of them, by how
  /// much they change the tokens. Of equals the one whose path comes first.
  var promptsByChange: [Int] {
    let magnitudes = costChanges.map { $0.map { $0.steps.magnitude } }
    let tokens = prompts.map { UInt128($0.tokens.delta.magnitude) }
    let keys = magnitudes ?? tokens
    return prompts.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] > keys[$1] }
  }

  /// What each prompt changes: of a month where all volumes are stated, net of caching where all of that is known.
  private var costChanges: [Money]? {
    let costs = [prompts.map(\.perMonth), prompts.map(\.perThousand)]
    let kinds = costs.flatMap { costs in [costs.map { $0?.net }, costs.map { $0?.gross }] }
    return kinds.first { !$0.contains(nil) }.map { $0.compactMap { $0?.delta.magnitude } }
  }
}
