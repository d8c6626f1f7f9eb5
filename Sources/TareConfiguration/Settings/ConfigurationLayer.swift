public import TareAudit
public import TarePricing
public import TarePrompts
public import TareText

/// The settings of one file, of one option, or of a command line.
public struct ConfigurationLayer: Sendable {
  /// What messages call it: the path of the file, or the option.
  public let name: String
  /// The files whose settings hold where this layer says nothing.
  public var extends: [Located<String>] = []
  /// What holds for all files.
  public var choices = LintChoices()
  /// What holds for some; of several that fit, each is laid over those before.
  public var overrides: [SettingsOverride] = []
  /// Rules that do not run on some files.
  public var perFileIgnores: [PerFileIgnore] = []
  /// What is passed over; `nil` where the layer leaves that to those below.
  public var exclude: [PathPattern]?
  /// More of it.
  public var extendExclude: [PathPattern] = []
  /// What a search takes besides files whose names say they are prompts.
  public var extendInclude: [PathPattern] = []
  /// The most tokens that all files together may send with every request.
  public var maxAlwaysOnTokens: Int?
  /// Whether a search passes over what git ignores.
  public var respectsGitignore: Bool?
  /// Whether what is excluded is passed over when it is named, too.
  public var forcesExclude: Bool?
  /// Whether what lets findings be has to say why.
  public var requiresReasons: Bool?
  /// Limits of files, sections and load sets.
  public var budgets: [ConfiguredBudget] = []
  /// Findings that are let be.
  public var waivers: [ConfiguredWaiver] = []
  /// How prompts are sent.
  public var traffic: [Traffic] = []
  /// Rules of the user's own, with the files each looks at.
  public var rules: [ConfiguredRule] = []
  /// What a change of prompts may do at the most.
  public var gates: [ConfiguredGate] = []
  /// Prices of the user's own.
  public var rates: ConfiguredRates?

  /// Whether its words were or will be checked by whoever made it, against more rules than one folder's.
  public var isCheckedElsewhere = false

  /// A layer that says nothing.
  public init(name: String) {
    self.name = name
  }
}

extension ConfigurationLayer {
  /// All words that have to be rules.
  public var ruleWords: [Located<String>] {
    choices.ruleWords + overrides.flatMap(\.choices.ruleWords) + perFileIgnores.flatMap(\.rules)
      + waivers.flatMap(\.rules)
  }
}

/// Settings for the files of some patterns.
public struct SettingsOverride: Sendable {
  /// The files.
  public let files: [PathPattern]
  /// What holds for them.
  public let choices: LintChoices
  /// What they are read as; `nil` for what their names say.
  public let format: PromptFormat?
  /// Where it was written; `nil` for what nobody wrote.
  public var place: SettingPlace?
}

/// Rules that do not run on some files.
public struct PerFileIgnore: Sendable {
  /// The files.
  public let files: PathPattern
  /// Whether it is about all other files.
  public let isNegated: Bool
  /// The rules.
  public let rules: [Located<String>]
  /// Where it was written.
  public let place: SettingPlace

  /// Rules that do not run on the files of `pattern`, below `folder`; `!` in front of the pattern turns it round.
  public init(_ pattern: String, below folder: LexicalPath, rules: [Located<String>], at place: SettingPlace) {
    self.place = place
    isNegated = pattern.hasPrefix("!")
    files = PathPattern(isNegated ? String(pattern.dropFirst()) : pattern, below: folder)
    self.rules = rules
  }

  func holds(for path: LexicalPath) -> Bool { files.matches(path) != isNegated }
}

/// A limit of files, of sections in them, or of what is loaded with them.
public struct ConfiguredBudget: Sendable {
  /// What a budget counts.
  public enum Scope: Sendable, Hashable {
    /// Each file.
    case file
    /// Each section with that title.
    case section(String)
    /// All that is loaded together with a file.
    case loadSet
  }

  /// The files; all where there is no pattern.
  public let files: [PathPattern]
  /// What is counted.
  public let scope: Scope
  /// The limits.
  public let limits: TokenLimits
  /// Where it was written.
  public let place: SettingPlace

  func holds(for path: LexicalPath) -> Bool { files.isEmpty || files.contains { $0.matches(path) } }
}

/// Findings of some rules in some files that are let be.
public struct ConfiguredWaiver: Sendable {
  /// The files.
  public let files: PathPattern
  /// The rules, by code, name or the beginning of codes.
  public let rules: [Located<String>]
  /// Why.
  public let reason: String
  /// The last day on which it holds; `nil` for ever.
  public let expires: CalendarDate?
  /// Text of which every line that holds it is meant; `nil` for the whole file.
  public let text: String?
  /// Where it was written.
  public let place: SettingPlace

  /// What it lets be in the file at `path`, or `nil` where it is about other files.
  func suppression(in path: LexicalPath) -> Suppression? {
    guard files.matches(path) else { return nil }
    return Suppression(
      rules: rules.map(\.value), reason: reason, until: expires, text: text, origin: place.description,
      isForManyFiles: LexicalPath(files.text, in: files.folder) != path)
  }
}

/// How the files of a pattern are sent.
public struct Traffic: Sendable {
  /// The files.
  public let files: PathPattern
  /// How often, and what surrounds them.
  public let profile: TrafficProfile
  /// The model they are sent to; `nil` where it says none.
  public let model: Located<String>?
  /// Where it was written.
  public let place: SettingPlace
}

/// A rule of the user's own.
public struct ConfiguredRule: Sendable {
  /// The rule.
  public let rule: CustomRule
  /// The files it looks at; all where there is no pattern.
  public let files: [PathPattern]
  /// Where it was written.
  public let place: SettingPlace
}
