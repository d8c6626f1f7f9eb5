/// The bills of one conversation under several policies, beside that of its full history.
public struct PolicyComparison: Sendable, Hashable {
  /// The bills, in the order in which the policies were listed, that of the full history first where it was not listed.
  public let bills: [SimulatedBill]
  /// The index of the cheapest bill; of equal ones that which keeps the most, and then the first.
  public let cheapest: Int
  /// The index of the full history's bill.
  public let baseline: Int

  /// Simulates each of `policies`, each once.
  ///
  /// - Throws: ``SimulationError`` as ``ConversationSimulation/bill(_:gaps:)``.
  public init(
    _ simulation: ConversationSimulation, policies: [HistoryPolicy], gaps: GapPattern
  ) throws(SimulationError) {
    var bills: [SimulatedBill] = []
    for policy in policies.contains(.full) ? policies : [.full] + policies
    where !bills.contains(where: { $0.policy == policy }) {
      bills.append(try simulation.bill(policy, gaps: gaps))
    }
    self.bills = bills
    baseline = bills.firstIndex { $0.policy == .full } ?? 0
    cheapest =
      bills.indices.min {
        (bills[$0].cost, -bills[$0].keptTurns, $0) < (bills[$1].cost, -bills[$1].keptTurns, $1)
      } ?? baseline
  }

  /// How much dearer a policy is than the full history, in thousandths of its bill, rounded half away from zero;
  /// `nil` where the full history costs nothing.
  public func changeInThousandths(_ bill: SimulatedBill) -> Int? {
    bill.cost.changeInThousandths(from: bills[baseline].cost)
  }
}
