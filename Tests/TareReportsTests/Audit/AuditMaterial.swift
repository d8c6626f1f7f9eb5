import TareAudit
import TareModels
import TarePricing
import TareReports
import TareSavings
import TareTokens

/// A report over prompts with a finding of each kind, under names that every format must escape.
enum AuditMaterial {
  static let table = """
    | Signal           | Meaning                    | Action                       |
    |------------------|----------------------------|------------------------------|
    | hands-up         | somebody needs help        | stop and ask                 |
    | blocked          | the work cannot go on      | name what is missing         |
    """
  static let passage = """
    Answer in the language that the customer writes in.
    Quote the paragraph of the handbook that you rely on.
    Never promise a date for a repair; the service desk calls back.

    """

  static let files: [(path: String, text: String)] = [
    ("a b/100%,x:y.md", "Réponds: {{who}}\n\n\(table)\n\n\(passage)\nBe brief.\n\n\(passage)\nBe kind.\n"),
    ("clean.md", "Answer in English.\n"), ("SKILL.md", "---\nname: a: b\n---\nx"),
  ]

  static func report(
    _ files: [(path: String, text: String)] = files,
    settings: AuditSettings = AuditSettings(maxTokens: 30, cacheableMinimum: 40),
    counting: ModelTokenizer = ModelTokenizer(.o200kBase),
    and more: [FileAudit] = [.unreadable(path: "gone.md", reason: "No such file")]
  ) -> AuditReport {
    let rules = RuleCatalogue.rules(RuleSelection(), settings)
    let auditor = Auditor(rules, counting: counting, others: Encoding.inUse)
    let audits = files.map { auditor.audit(path: $0.path, bytes: Array($0.text.utf8)) }
    return AuditReport(files: audits + more, counting: counting)
  }

  static func priced(model: String, requestsPerMonth: Int? = nil) throws -> PricedAudit {
    let catalogue = try RateCatalogue.builtIn
    let rate = try catalogue.rate(for: model)
    let prices = AuditPrices(PriceTag(rate, in: catalogue), requestsPerMonth: requestsPerMonth)
    let counting = try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model))
    return PricedAudit(report(counting: counting), prices: prices)
  }
}
