import TareModels
import TarePrompts
import TareText
public import TareTokens

/// What the findings of one prompt are worth together.
///
/// Findings may overlap: a duplicated block may hold an exotic space. Each byte is claimed by the finding that stands
/// first, and the total is not a sum: it is the tokens sent today less the tokens sent after every claimed edit.
public struct Ledger: Sendable, Hashable {
  /// The tokens that are sent today.
  public let sent: Int
  /// What all these numbers are worth.
  public let basis: TokenCount.Basis
  /// The tokens that would not be sent if every claimed edit were made.
  public let wasted: Int
  /// The part of ``wasted`` that safe fixes take away.
  public let safelyFixable: Int
  /// The part of ``sent`` in front of the first value that changes between requests: what a cache can hold.
  public let stable: Int
  /// The part of ``wasted`` that lies in it.
  public let wastedStable: Int

  /// A prompt of which nothing is sent.
  static let nothing = Ledger(
    sent: TokenCount(0, basis: .exact), wasted: 0, safelyFixable: 0, stable: 0, wastedStable: 0)

  init(sent: TokenCount, wasted: Int, safelyFixable: Int, stable: Int, wastedStable: Int) {
    self.sent = sent.tokens
    basis = sent.basis
    self.wasted = wasted
    self.safelyFixable = safelyFixable
    self.stable = stable
    self.wastedStable = wastedStable
  }

  /// Adds up `findings` in `file`, which stand in the order they are shown in.
  init(_ findings: [Finding], _ file: AuditedFile) {
    let start = StableStart(file)
    let parts = Dictionary(grouping: findings, by: \.prompt)
    var (wasted, safelyFixable, wastedStable) = (0, 0, 0)
    for prompt in [nil] + file.prompts.map(\.prompt) {
      guard let findings = parts[prompt] else { continue }
      let recount = file.text(of: prompt).recount
      let all = claimedEdits(of: findings) { $0.removal }
      let safe = claimedEdits(of: findings) { $0.fix?.safety == .safe ? $0.removal : [] }
      wasted += recount.savings(of: all).first ?? 0
      safelyFixable += recount.savings(of: safe).first ?? 0
      wastedStable += recount.savings(of: all.filter { $0.range.end <= start.end(in: prompt) }).first ?? 0
    }
    let sent = file.whole.tokens.sent
    self.init(
      sent: TokenCount(sent, basis: file.whole.tokens.scale.basis), wasted: min(max(wasted, 0), sent),
      safelyFixable: min(max(safelyFixable, 0), sent), stable: start.tokens,
      wastedStable: min(max(wastedStable, 0), start.tokens))
  }
}

/// The edits of several findings in order, none over another: where two want the same byte, the finding that stands first
/// has it. A finding whose edits make sense one by one gives up only those; any other gives up all.
///
/// - Complexity: O(*n* + *e* log *e*) for *n* bytes of edits and *e* edits.
private func claimedEdits(of findings: [Finding], claim: (Finding) -> [Edit]) -> [Edit] {
  var claims = ByteClaims()
  var edits: [Edit] = []
  for finding in findings {
    let wanted = claim(finding)
    let free = wanted.filter { claims.isFree($0.range) }
    guard free.count == wanted.count || finding.isDivisible else { continue }
    for edit in free { claims.take(edit.range) }
    edits += free
  }
  return edits.sorted { $0.range < $1.range }
}
