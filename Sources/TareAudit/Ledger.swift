import TarePrompts
import TareText

/// What the findings of one prompt are worth together.
///
/// Findings may overlap: a duplicated block may hold an exotic space. Each byte is claimed by the finding that stands
/// first, and the total is not a sum: it is the tokens sent today less the tokens sent after every claimed edit.
public struct Ledger: Sendable, Hashable {
  /// The tokens that are sent today.
  public let sent: Int
  /// The tokens that would not be sent if every claimed edit were made.
  public let wasted: Int
  /// The part of ``wasted`` that safe fixes take away.
  public let safelyFixable: Int
  /// The part of ``sent`` in front of the first value that changes between requests: what a cache can hold.
  public let stable: Int
  /// The part of ``wasted`` that lies in it.
  public let wastedStable: Int
  /// The findings, by their index, that claim bytes an earlier one has claimed, and so are left out of the total.
  public let overlapping: [Int]

  /// A prompt of which nothing is sent.
  static let nothing = Ledger(sent: 0, wasted: 0, safelyFixable: 0, stable: 0, wastedStable: 0, overlapping: [])

  private init(sent: Int, wasted: Int, safelyFixable: Int, stable: Int, wastedStable: Int, overlapping: [Int]) {
    self.sent = sent
    self.wasted = wasted
    self.safelyFixable = safelyFixable
    self.stable = stable
    self.wastedStable = wastedStable
    self.overlapping = overlapping
  }

  /// Adds up `findings`, which stand in the order they are shown in.
  init(_ findings: [Finding], _ recount: Recount, sent: Int, _ start: StableStart) {
    let all = Claims(findings) { $0.removal }
    let safe = Claims(findings) { $0.fix?.safety == .safe ? $0.fix?.edits ?? [] : [] }
    self.init(
      sent: sent, wasted: min(max(recount.savings(of: all.edits).first ?? 0, 0), sent),
      safelyFixable: min(max(recount.savings(of: safe.edits).first ?? 0, 0), sent),
      stable: start.tokens, wastedStable: min(max(start.savings(of: all.edits), 0), start.tokens),
      overlapping: all.overlapping)
  }
}

/// Edits of several findings, without those that touch an earlier finding's.
private struct Claims {
  private(set) var edits: [Edit] = []
  private(set) var overlapping: [Int] = []

  init(_ findings: [Finding], edits claim: (Finding) -> [Edit]) {
    for (index, finding) in findings.enumerated() {
      let more = claim(finding)
      guard !more.isEmpty else { continue }
      if let merged = merge(more) { edits = merged } else { overlapping.append(index) }
    }
  }

  /// Both lists in order, or `nil` where they touch.
  private func merge(_ more: [Edit]) -> [Edit]? {
    guard let last = edits.last, let first = more.first else { return edits + more }
    if last.range.end <= first.range.start, last.range != first.range { return edits + more }
    let all = (edits + more).sorted { $0.range < $1.range }
    for (left, right) in zip(all, all.dropFirst()) where right.range.start < left.range.end || left.range == right.range
    {
      return nil
    }
    return all
  }
}
