import TareConversations
import TareJSON
import TareTokens

extension RequestReport {
  /// The report as one JSON object, its members always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("path", path)
      report.member("format", format.rawValue)
      report.member("model", model)
      report.member("assumption", assumption)
      report.member("encoding", encoding.name)
      report.member("textBasis", textBasis.name)
      report.object("framing") {
        $0.member("name", framing.name)
        $0.member("source", framing.source)
        $0.member("status", framing.status.rawValue)
        $0.member("date", formulaDate)
      }
      report.array("messages") { messages in
        for (role, account) in zip(roles, account.messages) {
          messages.object {
            $0.member("role", role)
            write(account, to: &$0)
          }
        }
      }
      report.object("instructions") { write(account.instructions, to: &$0) }
      report.object("tools") { write(account.tools, to: &$0) }
      report.object("rest") { write(account.rest, to: &$0) }
      report.object("reply") { write(account.reply, to: &$0) }
      report.object("total") { total in
        total.member("tokens", account.total.tokens)
        total.member("basis", account.total.basis.name)
        if case .estimated(let band) = account.total.basis { total.member("bandPerMille", band) }
        total.member("uncertain", uncertainTokens)
        total.object("parts") { write(account.sum, to: &$0) }
      }
      report.array("withoutFormula") { gaps in
        for gap in account.gaps.gaps {
          gaps.object {
            $0.member("name", gap.name)
            $0.member("times", gap.occurrences)
            $0.member("uncertain", gap.uncertain)
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ account: MessageAccount, to object: inout JSONWriter) {
    write(account.total, to: &object)
    object.object("text") { write(account.text, to: &$0) }
    object.object("overhead") { write(account.overhead, to: &$0) }
    object.object("calls") { write(account.calls, to: &$0) }
    object.object("images") { write(account.images, to: &$0) }
    object.object("other") { write(account.other, to: &$0) }
  }

  private func write(_ count: MessageCount, to object: inout JSONWriter) {
    object.member("tokens", count.tokens)
    object.member("uncertain", count.uncertain)
  }
}
