public import TareConversations
import TareText
public import TareTokens

/// What a whole chat request comes to, part by part: what `tare count --messages` shows.
public struct RequestReport: Sendable {
  /// The name the request is shown by.
  public let path: String
  /// The model it was counted for, where one was named.
  public let model: String?
  /// What had to be assumed about the model, in a sentence; `nil` where nothing had to be.
  public let assumption: String?
  /// The shape of the request.
  public let format: WireFormat
  /// The words of each message's role.
  public let roles: [String]
  /// The tokens.
  public let account: RequestAccount
  /// What counted the text.
  public let encoding: Encoding
  /// What the counts of text are worth.
  public let textBasis: TokenCount.Basis
  /// The formulas for what stands around the text.
  public let framing: ChatFraming
  /// The day of those formulas.
  public let formulaDate: String

  /// A report on `conversation`, counted by `counter`.
  public init(
    path: String, model: String?, assumption: String? = nil, _ conversation: Conversation, counter: MessageCounter,
    formulaDate: String
  ) {
    self.path = path
    self.model = model
    self.assumption = assumption
    self.formulaDate = formulaDate
    format = conversation.format
    roles = conversation.messages.map(\.roleName)
    account = counter.account(of: conversation)
    encoding = counter.tokenizer.encoding
    textBasis = counter.textBasis
    framing = counter.framing
  }

  /// A table with a row for each message and for what stands beside them, and the sum.
  public var text: String {
    let head = ["tokens", "text", "overhead", "calls", "images", "other", "part"]
    let rows = zip(roles, account.messages).enumerated().map { index, row in
      cells(row.1, "\(index) \(shownName(row.0))")
    }
    let others = [
      (account.instructions, "instructions"), (account.tools, "tools"), (account.rest, "what else the request says"),
    ]
    let tools = others.filter { $0.0.tokens > 0 }.map { ["\($0.0.tokens)", "", "", "", "", "", $0.1] }
    let reply = ["\(account.reply.tokens)", "", "\(account.reply.tokens)", "", "", "", "opening of the reply"]
    var sum = cells(account.sum, "total")
    sum[0] = "\(account.total.tokens)"
    sum[2] = "\(account.sum.overhead.tokens + account.reply.tokens)"
    let table = aligned([head] + rows + tools + [reply, sum], left: [head.count - 1])
    let assumption = assumption.map { [$0] } ?? []
    return (table + ["", summary, formulas] + assumption + gaps).joined(separator: "\n") + "\n"
  }

  /// The most kinds of gaps that a report for people names; JSON has all.
  private static let shownGaps = 20

  /// What is uncertain, by its name.
  private var gaps: [String] {
    let all = account.gaps.gaps
    guard !all.isEmpty else { return [] }
    let rows = all.prefix(Self.shownGaps).map { ["  \($0.uncertain)", "\($0.occurrences)", shownName($0.name)] }
    let more = all.count > rows.count ? ["and \(all.count - rows.count) more (--format json has all)"] : []
    let title = "No published formula counts these; the count may be off by so many tokens:"
    return [title] + aligned([["  tokens", "times", "what"]] + rows, left: [2]) + more
  }

  private var summary: String {
    let name = model.map { " for \(shownName($0))" } ?? ""
    let uncertain = uncertainTokens
    let basis = "\(shownName(path)): \(encoding.name)\(name), text \(textBasis), all of it \(account.total.basis)"
    return uncertain > 0 ? "\(basis); no published formula covers \(uncertain) tokens of it" : basis
  }

  private var formulas: String {
    let status =
      switch framing.status {
      case .published: ""
      case .assumed: "assumed, "
      case .unpublished: "not published, "
      }
    return "Overhead: \(status)\(framing.title); formulas of \(formulaDate)."
  }

  /// The tokens by which the count may differ because a formula is not published.
  var uncertainTokens: Int {
    let beside = [account.instructions, account.tools, account.rest, account.reply]
    return beside.reduce(account.sum.total.uncertain) { $0 + $1.uncertain }
  }

  private func cells(_ account: MessageAccount, _ name: String) -> [String] {
    [
      "\(account.total.tokens)", "\(account.text.tokens)", "\(account.overhead.tokens)", "\(account.calls.tokens)",
      "\(account.images.tokens)", "\(account.other.tokens)", name,
    ]
  }
}
