public import TareAudit
public import TareSavings
public import TareText

/// All settings that hold in a folder: those of files that are extended, of the file itself, and of the command line,
/// one laid over the other.
public struct Configuration: Sendable {
  /// The layers, from the lowest to the highest.
  public let layers: [ConfigurationLayer]

  /// The settings of `layers`, from the lowest to the highest.
  ///
  /// - Throws: ``ConfigurationError`` for a word that is no rule, of tare's or of the user's own, and for two rules of the
  ///   user's with one code or name.
  public init(_ layers: [ConfigurationLayer] = []) throws(ConfigurationError) {
    self.layers = layers
    try checkOwnRules()
    try checkWords()
  }

  /// The same settings with another layer on top.
  public func with(_ layer: ConfigurationLayer) throws(ConfigurationError) -> Configuration {
    try Configuration(layers + [layer])
  }

  // MARK: Files

  /// What holds for the file at `path`.
  ///
  /// - Complexity: O(*p*) in patterns.
  public func settings(for path: LexicalPath) -> FileSettings {
    var settings = FileSettings()
    for layer in layers {
      settings.lay(layer.choices)
      settings.maxAlwaysOnTokens = layer.maxAlwaysOnTokens ?? settings.maxAlwaysOnTokens
      settings.requiresReasons = layer.requiresReasons ?? settings.requiresReasons
      for override in layer.overrides where override.files.contains(where: { $0.matches(path) }) {
        settings.lay(override.choices)
        settings.format = override.format ?? settings.format
      }
      for ignore in layer.perFileIgnores where ignore.holds(for: path) {
        settings.selection = settings.selection.with(.init(ignore: ignore.rules.map(\.value)))
      }
      settings.suppressions += layer.waivers.compactMap { $0.suppression(in: path) }
      for budget in layer.budgets where budget.holds(for: path) { settings.lay(budget) }
      if let traffic = layer.traffic.last(where: { $0.files.matches(path) }) { settings.lay(traffic) }
    }
    settings.rates = layers.compactMap(\.rates?.catalogue)
    settings.rules = ownRules(for: path).filter { settings.selection.contains($0.page) }
    return settings
  }

  private func ownRules(for path: LexicalPath) -> [CustomRule] {
    ownRules.filter { rule in rule.files.isEmpty || rule.files.contains { $0.matches(path) } }.map(\.rule)
  }

  /// The user's own rules; one that stands in a higher layer under the same code takes the place of the lower one.
  private var ownRules: [ConfiguredRule] {
    var rules: [ConfiguredRule] = []
    for rule in layers.flatMap(\.rules) {
      rules.removeAll { $0.rule.page.code == rule.rule.page.code }
      rules.append(rule)
    }
    return rules
  }

  /// The pages of the user's own rules.
  public var ownPages: [RulePage] { ownRules.map(\.rule.page) }

  /// What a change of prompts may do at the most; a gate of a higher layer takes the place of one of that name below.
  public var gates: [GateSetting] {
    var gates: [GateSetting] = []
    for layer in layers {
      let names = Set(layer.gates.map(\.setting.gate.id))
      gates.removeAll { names.contains($0.gate.id) }
      gates += layer.gates.map(\.setting)
    }
    return gates
  }

  // MARK: Searches

  /// Whether the file or folder at `path` is passed over.
  public func excludes(_ path: LexicalPath) -> Bool {
    exclusions.contains { $0.matches(path) }
  }

  private var exclusions: [PathPattern] {
    (layers.last { $0.exclude != nil }?.exclude ?? []) + layers.flatMap(\.extendExclude)
  }

  /// Whether a search takes the file at `path` even if its name does not say that it is a prompt: it is included, or
  /// read as a kind of its own.
  public func includes(_ path: LexicalPath) -> Bool {
    layers.contains { layer in
      layer.extendInclude.contains { $0.matches(path) }
        || layer.overrides.contains { $0.format != nil && $0.files.contains { $0.matches(path) } }
    }
  }

  /// Whether a search passes over what git ignores.
  public var respectsGitignore: Bool { layers.last { $0.respectsGitignore != nil }?.respectsGitignore ?? true }

  /// Whether what is excluded is passed over when it is named, too.
  public var forcesExclude: Bool { layers.last { $0.forcesExclude != nil }?.forcesExclude ?? false }
}

extension FileSettings {
  /// The model that a prompt is sent to is more than one it is looked at for.
  fileprivate mutating func lay(_ traffic: Traffic) {
    self.traffic = traffic.profile
    guard let model = traffic.model else { return }
    (self.model, encoding) = (model, nil)
  }

  fileprivate mutating func lay(_ budget: ConfiguredBudget) {
    switch budget.scope {
    case .file: limits.lay(budget.limits)
    case .section(let title): sectionBudgets.append(SectionBudget(title: title, limits: budget.limits))
    case .loadSet: loadSetLimits.lay(budget.limits)
    }
  }
}

// MARK: - Checks

extension Configuration {
  private func checkOwnRules() throws(ConfigurationError) {
    for layer in layers {
      for (index, rule) in layer.rules.enumerated() {
        let page = rule.rule.page
        for earlier in layer.rules[..<index] where earlier.rule.page.isSame(as: page) {
          throw ConfigurationError(
            rule.place, "a rule before this one has the code or the name of \(page.code) \(page.name)")
        }
      }
    }
  }

  private func checkWords() throws(ConfigurationError) {
    let pages = RuleCatalogue.pages + ownPages
    for layer in layers where !layer.isCheckedElsewhere {
      for word in layer.ruleWords {
        do { try RuleSelection.check(word.value, among: pages) } catch {
          throw ConfigurationError(word.place, error.description)
        }
      }
    }
  }
}

extension RulePage {
  fileprivate func isSame(as other: RulePage) -> Bool { code == other.code || name == other.name }
}
