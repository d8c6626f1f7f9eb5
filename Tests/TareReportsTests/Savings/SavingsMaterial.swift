import TareModels
import TarePricing
import TarePrompts
import TareSavings
import TareText
import TareTokens

/// Comparisons of prompts for the tests of their reports.
enum SavingsMaterial {
  /// How prompts are used with `model`, or only counted where it is `nil`.
  static func use(_ model: String? = "gpt-5.4", _ traffic: TrafficProfile = TrafficProfile()) throws -> PromptUse {
    let catalogue = try RateCatalogue.builtIn
    guard let model else { return PromptUse(counting: ModelTokenizer(.o200kBase), price: nil, traffic: traffic) }
    return PromptUse(
      counting: try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model)),
      price: PriceTag(try catalogue.rate(for: model), in: catalogue), traffic: traffic)
  }

  /// So many requests a month, and nothing else.
  static func traffic(_ perMonth: Int?) -> TrafficProfile {
    var traffic = TrafficProfile()
    traffic.perMonth = perMonth
    return traffic
  }

  static func report(
    _ pairs: [PromptPair], model: String? = "gpt-5.4", requestsPerMonth: Int? = nil, base: String = "main",
    head: String = "HEAD", headCommit: SavingsReport.Comparison.Commit? = nil
  ) throws -> SavingsReport {
    let use = try use(model, traffic(requestsPerMonth))
    return try SavingsReport(comparing: pairs, .init(base: base, head: head, headCommit: headCommit), use: use)
  }

  static func pair(_ path: String, _ before: String?, _ after: String?, was: String? = nil) -> PromptPair {
    PromptPair(path: path, previousPath: was, before: before.map(text), after: after.map(text))
  }

  /// What a Markdown file sends, cut at its headings.
  private static func text(_ source: String) -> PromptText {
    let text = SourceText(source)
    return (try? PromptDocument(parsing: PromptFile(path: "a.md", source: text))).map { PromptText($0) }
      ?? PromptText(text)
  }

  static let everyKind = [
    pair("prompts/support.md", "Be brief.\nCite your sources.\n", "Be brief.\n"),
    pair("prompts/new.md", nil, "Answer in English.\n"), pair("prompts/gone.md", "Unused.\n", nil),
    pair("prompts/after.md", "Use the tools.\n", "Use the tools.\n", was: "prompts/before.md"),
    pair("prompts/日本語.md", "はい", "はい。"), pair("prompts/same.md", "x", "x"),
  ]

  /// A prompt with sections, before and after.
  static let divided = pair(
    "prompts/agent.md", "# Role\nYou help.\n# Tools\nUse the search.\n# Old\nNever mind.\n# Style\nBe kind.\n",
    "# Role\nYou help.\n# Tools\nUse the search first, then answer.\n# New\nMind.\n# Style\nBe kind.\n")

  /// A file of which only a part is sent.
  static let rule = PromptPair(
    path: "a.mdc", before: nil,
    after: (try? PromptDocument(
      parsing: PromptFile(
        path: "a.mdc", source: SourceText("---\ndescription: d\nglobs: '*.ts'\n---\nBe brief.\n"))))
      .map { PromptText($0) })

  /// Names that a format must not pass on as they are.
  static let hostileNames = [
    "a\nb.md", "a\u{1B}[31mred.md", "\u{202E}dm.a", "a|b`c`<img src=x>.md", "@everyone #1 **x** [y](z).md", "\u{7F}.md",
    "\"q\".md", "--> <script>.md", "]]>.md", "=1+1.md", "日本語/é.md", "\u{FFFE}\u{0}.md", " .md",
  ]

  /// Reports of every kind: nothing, one, several, without prices, with estimates, for several models, with volumes of
  /// some, with names that mean something to a format.
  static func all() throws -> [(name: String, report: SavingsReport)] {
    let hostile = hostileNames.enumerated().map { index, name in
      pair(name, "# \(name)\nold text\n# B\nsame\n", "# B\nsame\n", was: index % 3 == 0 ? "was \(name)" : nil)
    }
    return [
      ("nothing", try report([pair("same.md", "x", "x")])), ("every kind", try report(everyKind)),
      ("a month", try report(everyKind, requestsPerMonth: 12_345)),
      ("sections", try report([divided], requestsPerMonth: 1)), ("only tokens", try report(everyKind, model: nil)),
      ("no price of cached tokens", try report(everyKind, model: "gpt-4")),
      ("an estimate", try report(everyKind, model: "claude-sonnet-4-6")),
      ("several models", try severalModels()), ("gates", try judged(severalModels())),
      ("gates of sections", try judged(report([divided], requestsPerMonth: 1_000_000_000))),
      ("names", try report(hostile, base: hostileNames[3], head: hostileNames[7], headCommit: commit)),
      ("many", try report((0..<40).map { pair("p\($0).md", "old words here \($0)", "new") })),
    ]
  }

  /// The report by gates of every kind, some of which warn, some of which cannot be judged.
  static func judged(_ report: SavingsReport) throws -> SavingsReport {
    let gates: [Gate] = [
      .promptTokens(1), .monthlyIncrease(try Money(dollars: "0.001")), .growth(perMille: 100),
      .contextShare(perMille: 1), .unknownModel, .staleCatalogue(days: 3), .exactness(.exact),
      .claimedSaving(.tokens(1_000)), .claimedSaving(.share(perMille: 1)), .promptTokens(1_000_000),
    ]
    return report.judged(
      by: gates.enumerated().map { GateSetting($1, level: $0 % 3 == 0 ? .warn : .fail) },
      on: CalendarDate("2026-12-24"))
  }

  static let commit = SavingsReport.Comparison.Commit(
    id: "4f0c0123456789abcdef0123456789abcdef0123", time: 1_795_284_153)

  /// Prompts for three models, one of which has no known price, and of which some have a volume.
  static func severalModels() throws -> SavingsReport {
    var chat = traffic(1_000)
    chat.shape = .conversation(turns: 4)
    (chat.newInputTokens, chat.outputTokens) = (50, 200)
    let uses = [
      try use("gpt-5.4"), try use("claude-sonnet-4-6", chat),
      PromptUse(counting: ModelTokenizer(.o200kBase), price: nil, unpricedModel: "no-such-model"),
    ]
    let known = ["prompts/support.md": uses[1], "prompts/new.md": uses[1], "prompts/gone.md": uses[2]]
    return try SavingsReport(
      comparing: everyKind, unread: ["prompts/broken.md"], .init(base: "main", head: "HEAD"),
      use: { known[$0.path] ?? uses[0] })
  }
}
