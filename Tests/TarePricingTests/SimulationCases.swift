import Foundation
import TarePricing

/// A row of `Tests/BillingData/simulations.tsv`: what a conversation of 40 turns with a system prompt of 800 tokens,
/// messages of 100 and answers of 250 comes to. The figures were made by a program of another language and other
/// making, in decimals, which keeps every prompt as a list of blocks.
struct SimulationCase: Sendable {
  let model: String
  let cache: String
  let policy: HistoryPolicy
  let gaps: [Int]
  let numbers: [Int]
  let usd: String

  static let all: [SimulationCase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../BillingData/simulations.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { SimulationCase($0) }
  }()

  private init?(_ line: Substring) {
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count == 14, let policy = HistoryPolicy(fields[2]) else { return nil }
    (model, cache, self.policy, usd) = (fields[0], fields[1], policy, fields[13])
    numbers = fields[4..<13].compactMap { Int($0) }
    gaps = fields[3].split(separator: ",").flatMap { part -> [Int] in
      let sides = part.split(separator: "*").compactMap { Int($0) }
      return [Int](repeating: sides.first ?? -1, count: sides.count == 2 ? sides[1] : 1)
    }
  }
}

extension SimulatedBill {
  /// The numbers in the order of a ``SimulationCase``.
  var numbers: [Int] {
    [
      tokens.uncached, tokens.read, tokens.written, tokens.output, tokens.summaryInput, tokens.summaryOutput, requests,
      hits, largestInput,
    ]
  }
}
