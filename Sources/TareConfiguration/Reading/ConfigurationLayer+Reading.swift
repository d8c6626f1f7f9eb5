import TareSavings
import TareAudit
import TarePrompts
public import TareText

extension ConfigurationLayer {
  /// The settings in `yaml`.
  ///
  /// - Parameters:
  ///   - name: What messages call it, mostly its path.
  ///   - folder: The folder that its patterns begin in.
  /// - Throws: ``ConfigurationError`` for the first thing that is wrong: what is no YAML, a key that is not known, a value
  ///   of another kind than its key takes.
  /// - Complexity: O(*n*) in bytes, of which there may be a megabyte.
  public init(yaml: [UInt8], name: String, folder: LexicalPath) throws(ConfigurationError) {
    self.init(name: name)
    let file = try SettingFile(yaml, name: name, folder: folder)
    guard let settings = try file.root()?.object(.settings) else { return }
    extends = try settings.texts("extends") ?? []
    choices = try LintChoices(settings)
    try readFiles(settings, below: folder)
    try readLists(settings, below: folder)
    traffic = try settings.pairs("traffic").map { pair throws(ConfigurationError) in
      try Traffic(pair.value, files: PathPattern(pair.name.value, below: folder), at: pair.name.place)
    }
    rates = try settings["rates"].map { node throws(ConfigurationError) in try ConfiguredRates(node) }
    perFileIgnores = try settings.pairs("per-file-ignores").map { pair throws(ConfigurationError) in
      PerFileIgnore(pair.name.value, below: folder, rules: try pair.value.texts(), at: pair.name.place)
    }
  }

  private mutating func readFiles(_ settings: SettingObject, below folder: LexicalPath) throws(ConfigurationError) {
    exclude = try settings.patterns("exclude", below: folder)
    extendExclude = try settings.patterns("extend-exclude", below: folder) ?? []
    extendInclude = try settings.patterns("extend-include", below: folder) ?? []
    maxAlwaysOnTokens = try settings.number("max-always-on-tokens")
    respectsGitignore = try settings.truth("respect-gitignore")
    forcesExclude = try settings.truth("force-exclude")
    requiresReasons = try settings.truth("require-reasons")
  }

  private mutating func readLists(_ settings: SettingObject, below folder: LexicalPath) throws(ConfigurationError) {
    for object in try settings.objects("overrides", .override) {
      overrides.append(try SettingsOverride(object, below: folder))
    }
    for object in try settings.objects("budgets", .budget) {
      budgets.append(try ConfiguredBudget(object, below: folder))
    }
    for object in try settings.objects("waivers", .waiver) {
      waivers.append(try ConfiguredWaiver(object, below: folder))
    }
    for object in try settings.objects("gates", .gate) {
      let gate = try ConfiguredGate(object)
      let id = gate.setting.gate.id
      guard !gates.contains(where: { $0.setting.gate.id == id }) else {
        throw ConfigurationError(gate.place, "the gate \(id.rawValue) stands twice")
      }
      gates.append(gate)
    }
    for object in try settings.objects("rules", .rule) {
      rules.append(try ConfiguredRule(object, below: folder))
    }
  }
}

extension SettingObject {
  func patterns(_ name: String, below folder: LexicalPath) throws(ConfigurationError) -> [PathPattern]? {
    try texts(name)?.map { PathPattern($0.value, below: folder) }
  }
}

extension LintChoices {
  init(_ object: SettingObject) throws(ConfigurationError) {
    self.init()
    model = try object.locatedText("model")
    encoding = try object.locatedText("encoding")
    encodings = try object.texts("encodings")
    select = try object.texts("select")
    extendSelect = try object.texts("extend-select") ?? []
    ignore = try object.texts("ignore") ?? []
    fixable = try object.texts("fixable")
    unfixable = try object.texts("unfixable") ?? []
    severities = try object.pairs("severity").map { pair throws(ConfigurationError) in
      RuleSeverity(pair.name, try pair.value.choice(Severity.self))
    }
    limits = try TokenLimits(object)
  }
}

extension TokenLimits {
  init(_ object: SettingObject) throws(ConfigurationError) {
    self.init(maxTokens: try object.number("max-tokens"), maxGrowth: try object["max-growth"]?.growth())
  }
}

extension SettingNode {
  /// A number of tokens, or a share of what was there.
  func growth() throws(ConfigurationError) -> Growth {
    guard let growth = Growth(try text()) else {
      throw error("\(key) takes a number of tokens or a share such as 10%, and here is \"\(try text())\"")
    }
    return growth
  }
}

extension SettingsOverride {
  init(_ object: SettingObject, below folder: LexicalPath) throws(ConfigurationError) {
    files = try object.required(object.patterns("files", below: folder), "files")
    choices = try LintChoices(object)
    format = try object["kind"]?.choice(PromptFormat.self)
    place = object.place
  }
}

extension ConfiguredBudget {
  init(_ object: SettingObject, below folder: LexicalPath) throws(ConfigurationError) {
    let loaded = try object.patterns("load-set", below: folder)
    let title = try object.text("section")
    let files = try object.patterns("files", below: folder)
    if loaded != nil, title != nil || files != nil {
      throw ConfigurationError(object.place, "a budget with load-set names its files there, and has no sections")
    }
    limits = try TokenLimits(object)
    guard limits != TokenLimits() else {
      throw ConfigurationError(object.place, "a budget has max-tokens, max-growth or both")
    }
    self.files = loaded ?? files ?? []
    scope = loaded != nil ? .loadSet : title.map { .section($0) } ?? .file
    place = object.place
  }
}

extension ConfiguredWaiver {
  init(_ object: SettingObject, below folder: LexicalPath) throws(ConfigurationError) {
    files = PathPattern(try object.required(object.text("path"), "path"), below: folder)
    rules = try object.required(object.texts("rule"), "rule")
    reason = try object.required(object.text("reason"), "reason")
    expires = try object["expires"]?.date()
    text = try object.text("text")
    place = object.place
  }
}

extension ConfiguredRule {
  init(_ object: SettingObject, below folder: LexicalPath) throws(ConfigurationError) {
    let place = object["pattern"]?.place ?? object.place
    let fix = try object["fix"]?.object(.replacement)
    do {
      rule = try CustomRule(
        code: try object.required(object.text("code"), "code"), name: try object.required(object.text("name"), "name"),
        pattern: try object.required(object.text("pattern"), "pattern"),
        message: try object.required(object.text("message"), "message"),
        severity: try object["severity"]?.choice(Severity.self) ?? .warning,
        replacement: try fix?.text("replacement"), safety: try fix?["safety"]?.choice(FixSafety.self) ?? .unsafe,
        zones: try object["zones"]?.choices(CustomRule.Zone.self) ?? [.prose],
        skipping: try object["skip"]?.choices(PromptZone.Kind.self) ?? [])
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError(place, "\(error)")
    }
    files = try object.patterns("files", below: folder) ?? []
    self.place = object.place
  }
}
