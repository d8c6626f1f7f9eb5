import TareAudit
import TarePrompts

extension ConfigurationObject {
  /// The keys of the object, in the order in which they are explained.
  var keys: [ConfigurationKey] {
    switch self {
    case .settings: Self.sourceKeys + Self.lintKeys + Self.fileKeys + Self.listKeys
    case .override: Self.overrideKeys + Self.lintKeys
    case .budget: Self.budgetKeys + Self.limitKeys
    case .waiver: Self.waiverKeys
    case .rule: Self.ruleKeys
    case .replacement: Self.replacementKeys
    case .trafficProfile: Self.trafficKeys
    case .gate: Self.gateKeys
    default: rateKeys
    }
  }

  private static let sourceKeys = [
    ConfigurationKey(
      "extends", .texts, "Other files whose settings hold where this one says nothing; paths from this file's folder.",
      example: "../tare.yaml")
  ]

  /// What holds for all files, or in `overrides` for some.
  private static let lintKeys =
    [
      ConfigurationKey(
        "model", .text, "The model whose tokens are counted and priced, as tare models lists them.",
        example: "gpt-5.4"),
      ConfigurationKey(
        "encoding", .text, "The encoding that tokens are counted in, where no model is named.", example: "o200k_base"),
      ConfigurationKey(
        "encodings", .texts, "The encodings in each of which a fix has to save tokens.",
        example: "[o200k_base, cl100k_base]"),
      ConfigurationKey(
        "select", .texts, "The only rules that run: codes, names, beginnings of codes, or ALL.",
        example: "[BUD, CCH, DUP]"),
      ConfigurationKey(
        "extend-select", .texts, "Rules that run besides those that run anyway.", example: "[DUP004]"),
      ConfigurationKey("ignore", .texts, "Rules that do not run.", example: "[BUD003]"),
      ConfigurationKey("fixable", .texts, "The only rules whose fixes are made.", example: "[ALL]"),
      ConfigurationKey("unfixable", .texts, "Rules whose fixes are not made.", example: "[FMT001]"),
      ConfigurationKey(
        "severity", .mapping(.choice(severities)), "How much findings matter, by rule or beginning of codes.",
        example: "{DUP: error, WSP: info}"),
    ] + limitKeys

  private static let limitKeys = [
    ConfigurationKey("max-tokens", .number, "The most tokens that may be sent (BUD001).", example: "4000"),
    ConfigurationKey(
      "max-growth", .growth, "The most that may be added, in tokens or as a share of what was there (BUD002).",
      example: "10%"),
  ]

  private static let fileKeys = [
    ConfigurationKey(
      "max-always-on-tokens", .number, "The most tokens that all files together may send with every request (BUD005).",
      example: "6000"),
    ConfigurationKey(
      "exclude", .texts, "Files and folders that are passed over, in place of those of the files this one extends.",
      example: "[drafts, \"*.old.md\"]"),
    ConfigurationKey("extend-exclude", .texts, "More of them.", example: "[archive/]"),
    ConfigurationKey(
      "extend-include", .texts, "Files that a folder is searched for besides those whose names say they are prompts.",
      example: "[\"requests/*.json\"]"),
    ConfigurationKey(
      "respect-gitignore", .truth, "Whether a search in folders passes over what git ignores.", example: "true"),
    ConfigurationKey(
      "force-exclude", .truth, "Whether exclude holds for files that are named on the command line, too.",
      example: "false"),
    ConfigurationKey(
      "require-reasons", .truth, "Whether comments and sidecars that let findings be have to say why (TARE007).",
      example: "true"),
  ]

  private static let listKeys = [
    ConfigurationKey(
      "per-file-ignores", .mapping(.texts),
      "Rules that do not run on the files of a pattern; ! in front turns it round.",
      example: "{\"tests/**\": [SEC001], \"!prompts/**\": [BUD]}"),
    ConfigurationKey(
      "overrides", .objects(.override), "Settings for the files of a pattern; the last that fits wins.",
      example: "[{files: \"agents/**\", model: claude-sonnet-5, max-growth: 5%}]"),
    ConfigurationKey(
      "budgets", .objects(.budget), "Limits for files, sections and load sets.",
      example: "[{files: \"prompts/*.md\", section: Examples, max-tokens: 600}]"),
    ConfigurationKey(
      "waivers", .objects(.waiver), "Findings that are let be, with the reason and the last day.",
      example: "[{path: prompts/legal.md, rule: BUD002, reason: new terms of trade, expires: 2027-01-31}]"),
    ConfigurationKey(
      "traffic", .mapping(.numberOrObject(.trafficProfile)),
      "How the files of a pattern are sent: requests in a month, or more about them; with a model, a month is priced.",
      example: "{\"prompts/support/**\": 50000}"),
    ConfigurationKey(
      "gates", .objects(.gate), "What a change of prompts may do at the most (tare diff).",
      example: "[{gate: growth, limit: 10%}, {gate: monthly-increase, limit: 50, level: warn}]"),
    ConfigurationKey(
      "rates", .object(.rates), "Prices of your own, with the members of a file for --rates; they come first.",
      example: "{date: 2026-11-21, models: [{model: house-large, provider: house, prices: {input: 2, output: 8}}]}"),
    ConfigurationKey(
      "rules", .objects(.rule), "Rules of your own.",
      example: "[{code: ACME001, name: old-name, pattern: \"\\\\bFooCorp\\\\b\", message: it is called Acme now}]"),
  ]

  private static let overrideKeys = [
    ConfigurationKey(
      "files", .texts, "The files that it holds for, as patterns.", example: "\"agents/**\"", isRequired: true),
    ConfigurationKey(
      "kind", .choice(PromptFormat.allCases.map(\.rawValue)), "What the files are read as, whatever their names say.",
      example: "markdown"),
  ]

  private static let budgetKeys = [
    ConfigurationKey("files", .texts, "The files that it holds for; all if left out.", example: "\"prompts/*.md\""),
    ConfigurationKey("section", .text, "The title of the sections it holds for.", example: "Examples"),
    ConfigurationKey(
      "load-set", .texts, "The files whose load sets it holds for: all that is sent together with them.",
      example: "CLAUDE.md"),
  ]

  private static let waiverKeys = [
    ConfigurationKey("path", .text, "The file, or a pattern.", example: "prompts/legal.md", isRequired: true),
    ConfigurationKey(
      "rule", .texts, "Rules: codes, names, or beginnings of codes.", example: "BUD002", isRequired: true),
    ConfigurationKey("reason", .text, "Why.", example: "new terms of trade", isRequired: true),
    ConfigurationKey("expires", .date, "The last day on which it holds; for ever if left out.", example: "2027-01-31"),
    ConfigurationKey(
      "text", .text, "Text by which the lines it is about are known; the whole file if left out.",
      example: "\"api_key\""),
  ]

  private static let ruleKeys = [
    ConfigurationKey(
      "code", .text, "Capital letters that begin no code of tare's own, then digits.", example: "ACME001",
      isRequired: true),
    ConfigurationKey(
      "name", .text, "Small letters, digits and hyphens.", example: "old-name", isRequired: true),
    ConfigurationKey(
      "pattern", .text, "A regular expression as ICU reads it.", example: "\"\\\\bFooCorp\\\\b\"", isRequired: true),
    ConfigurationKey(
      "message", .text, "What to say; $0 is what was found, $1 and ${name} are groups.",
      example: "\"$0 is called Acme now\"", isRequired: true),
    ConfigurationKey(
      "severity", .choice(severities), "How much it matters; warning if left out.", example: "error"),
    ConfigurationKey("fix", .object(.replacement), "What to write instead.", example: "{replacement: Acme}"),
    ConfigurationKey("files", .texts, "The files it looks at; all if left out.", example: "\"prompts/**\""),
    ConfigurationKey(
      "zones", .choices(CustomRule.Zone.allCases.map(\.rawValue)), "Where in a file it looks; prose if left out.",
      example: "[prose, heading]"),
    ConfigurationKey(
      "skip", .choices(PromptZone.Kind.allCases.map(\.rawValue)),
      "What it passes over there, since the prompt does not speak for itself; nothing if left out.",
      example: "[quote, example]"),
  ]

  private static let replacementKeys = [
    ConfigurationKey(
      "replacement", .text, "What takes the place; $1 and ${name} are groups.", example: "Acme", isRequired: true),
    ConfigurationKey(
      "safety", .choice(FixSafety.allCases.map(\.rawValue)), "Whether --fix makes it unasked; unsafe if left out.",
      example: "safe"),
  ]

  private static var severities: [String] { Severity.allCases.map(\.rawValue) }
}
