public import TareConversations
import TareText
public import TareTokens

/// What a whole chat request comes to, part by part: what `tare count --messages` shows.
public struct RequestReport: Sendable {
  /// The name the request is shown by.
  public let path: String
  /// The model it was counted for, where one was named.
  public let model: String?
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
    path: String, model: String?, _ conversation: Conversation, counter: MessageCounter, formulaDate: String
  ) {
    self.path = path
    self.model = model
    self.formulaDate = formulaDate
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
    let tools = account.tools.tokens > 0 ? [["\(account.tools.tokens)", "", "", "", "", "", "tools"]] : []
    let reply = ["\(account.reply.tokens)", "", "\(account.reply.tokens)", "", "", "", "opening of the reply"]
    var sum = cells(account.sum, "total")
    sum[0] = "\(account.total.tokens)"
    sum[2] = "\(account.sum.overhead.tokens + account.reply.tokens)"
    let table = aligned([head] + rows + tools + [reply, sum], left: [head.count - 1])
    return (table + ["", summary, formulas]).joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let name = model.map { " for \($0)" } ?? ""
    let uncertain = uncertainTokens
    let basis = "\(shownName(path)): \(encoding.name)\(name), text \(textBasis), all of it \(account.total.basis)"
    return uncertain > 0 ? "\(basis); no published formula covers \(uncertain) tokens of it" : basis
  }

  private var formulas: String { "Overhead: \(framing.title); formulas of \(formulaDate)." }

  /// The tokens by which the count may differ because a formula is not published.
  var uncertainTokens: Int {
    account.sum.total.uncertain + account.tools.uncertain + account.reply.uncertain
  }

  private func cells(_ account: MessageAccount, _ name: String) -> [String] {
    [
      "\(account.total.tokens)", "\(account.text.tokens)", "\(account.overhead.tokens)", "\(account.calls.tokens)",
      "\(account.images.tokens)", "\(account.other.tokens)", name,
    ]
  }
}
