public import TarePricing
import TareText

/// What became of a stream of calculations.
public struct CalculationTally: Sendable {
  /// How many lines could not be calculated.
  public private(set) var failures = 0
  private var answers = 0
  private var claims: [CalculationAnswer.Claim.Verdict: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// Counts an answer and its claims.
  public mutating func add(_ answer: CalculationAnswer) {
    answers += 1
    for claim in answer.claims { claims[claim.verdict, default: 0] += 1 }
  }

  /// Counts a line that could not be calculated.
  public mutating func addFailure() { failures += 1 }

  /// Whether a claim does not hold.
  public var hasWrongClaim: Bool { claims.keys.contains { $0 == .wrong || $0 == .impossible } }

  /// All of it in one sentence.
  public var sentence: String {
    let verdicts: [CalculationAnswer.Claim.Verdict] = [.right, .rounded, .wrong, .impossible]
    let counts = verdicts.compactMap { verdict in claims[verdict].map { "\($0.grouped) \(verdict.rawValue)" } }
    let claimed = counts.isEmpty ? "" : "; claims: " + counts.joined(separator: ", ")
    let failed = failures == 0 ? "" : "; \(counted(failures, "line")) could not be calculated"
    return counted(answers, "calculation") + claimed + failed + "."
  }
}
