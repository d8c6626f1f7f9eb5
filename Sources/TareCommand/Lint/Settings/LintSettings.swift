import Tare

/// What holds for each input of one run, made before the inputs are worked on.
struct LintSettings: Sendable {
  /// What holds for some inputs.
  struct Group: Sendable {
    let settings: FileSettings
    let auditor: Auditor
    let choice: EncodingChoice
    /// What the findings of the auditor depend on beside the file.
    let fingerprint: String
  }

  private var groups: [Group] = []
  private var indices: [String: Int] = [:]
  private var unusable: Set<String> = []
  /// What files of settings ask for and cannot be.
  private(set) var errors: [CommandError] = []
  /// The group that takes what nobody asked about, so that there always is one.
  private let ownGroup: Group
  /// How much findings have to matter; `nil` where all are reported.
  let least: Severity?
  /// The day on which what lets findings be is looked at.
  let today: CalendarDate?

  /// The settings of `inputs`.
  ///
  /// - Throws: ``CommandError`` for options that cannot be. Files of settings that cannot be are among the ``errors``.
  init(
    of inputs: [LintInput], _ configurations: LintConfigurations, least: Severity?, today: CalendarDate?
  ) throws(CommandError) {
    let own = configurations.settingsHere
    self.least = least
    self.today = today
    do throws(CommandError) {
      ownGroup = try Group(own, least, today: today)
    } catch {
      ownGroup = try Group(configurations.settingsOfOptions, least, today: today)
    }
    var known: [FileSettings: Int?] = [:]
    for input in inputs {
      guard
        let settings = configurations.configuration(for: input.path)?.settings(
          for: configurations.absolute(input.path))
      else { continue }
      if known[settings] == nil { known[settings] = try index(of: settings) }
      if let index = known[settings] ?? nil { indices[input.path] = index } else { unusable.insert(input.path) }
    }
  }

  /// A new group, or `nil` where a file of settings asks for what cannot be.
  private mutating func index(of settings: FileSettings) throws(CommandError) -> Int? {
    do throws(CommandError) {
      groups.append(try Group(settings, least, today: today))
      return groups.count - 1
    } catch {
      guard error.place != nil else { throw error }
      errors.append(error)
      return nil
    }
  }

  /// Whether nobody can say how the input at `path` is to be looked at.
  func leavesOut(_ path: String) -> Bool { unusable.contains(path) }

  /// What holds for the input at `path`.
  subscript(path: String) -> Group { indices[path].map { groups[$0] } ?? ownGroup }

  /// The one way in which all inputs are counted, or `nil` where there are several.
  var choice: EncodingChoice? {
    let first = groups.first?.choice ?? ownGroup.choice
    return groups.allSatisfy { $0.choice.fingerprint == first.fingerprint } ? first : nil
  }

  /// The pages of the rules of the user's own that run, each code once.
  var ownPages: [RulePage] {
    var pages: [RulePage] = []
    for page in groups.flatMap(\.settings.rules).map(\.page) where !pages.contains(where: { $0.code == page.code }) {
      pages.append(page)
    }
    return pages
  }

  /// Whether the rule with that page runs on any input.
  func runs(_ page: RulePage) -> Bool {
    (groups.isEmpty ? [ownGroup] : groups).contains { $0.settings.selection.contains(page) }
  }

  /// Says once of each model that no figure is exact; no file is at fault for it.
  func sayWhatIsEstimated() {
    var said: Set<String> = []
    for choice in (groups.isEmpty ? [ownGroup] : groups).map(\.choice) {
      guard let model = choice.model, case .estimated = choice.basis, said.insert(model).inserted else { continue }
      let rule = RulePage.unknownModel
      StandardError.line(
        "\(rule.code) \(rule.name): tokens of \(model) are \(choice.basis) from \(choice.encoding.name)")
    }
  }

  /// The models and encodings that inputs are counted for, in the order of the inputs.
  var countings: [String] {
    var names: [String] = []
    for choice in groups.map(\.choice) {
      let name = choice.model ?? choice.encoding.name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension LintSettings.Group {
  /// What `settings` ask for.
  ///
  /// - Parameter least: How much findings have to matter; `nil` where all are reported.
  init(
    _ settings: FileSettings, _ least: Severity?, today: CalendarDate? = nil
  ) throws(CommandError) {
    let choice = try EncodingChoice(settings).priced()
    let policy = SuppressionPolicy(requiresReason: settings.requiresReasons, today: today)
    try settings.checkLimits(choice)
    let limits = AuditSettings(
      maxTokens: settings.limits.maxTokens, maxGrowth: settings.limits.maxGrowth,
      cacheableMinimum: choice.price?.rate.minimumCacheableTokens ?? AuditSettings().cacheableMinimum,
      sectionBudgets: settings.sectionBudgets, contextWindow: choice.price?.rate.maximumInputTokens)
    let rules = (RuleCatalogue.rules(settings.selection, limits) + settings.rules).filter { rule in
      least.map { settings.conduct.severity(of: rule.page) >= $0 } ?? true
    }
    self.settings = settings
    self.choice = choice
    auditor = Auditor(
      rules, counting: choice.tokenizer, others: try settings.otherEncodings, policy: policy,
      sketches: LoadSetAuditor(settings.selection).needsSketches, conduct: settings.conduct,
      format: settings.format)
    fingerprint =
      ([ResultCache.program, choice.fingerprint, "\(least?.rawValue ?? "all") \(policy)"] + settings.fingerprint)
      .joined(separator: "\n")
  }
}

extension FileSettings {
  /// The encodings in each of which a fix has to save tokens.
  fileprivate var otherEncodings: [Encoding] {
    get throws(CommandError) {
      guard let encodings else { return Encoding.inUse }
      return try encodings.map { name throws(CommandError) in
        try placed(name.place) { () throws(CommandError) in try EncodingOptions.encoding(named: name.value) }
      }
    }
  }

  /// A limit that was asked for is kept exactly or not at all.
  fileprivate func checkLimits(_ choice: EncodingChoice) throws(CommandError) {
    guard limits.maxTokens != nil, selection.contains(OverBudget.page) else { return }
    if case .estimated = choice.basis {
      throw .usage(
        "--max-tokens needs exact counts, and those of \(choice.model ?? "this model") are \(choice.basis); name an --encoding"
      )
    }
  }
}

extension EncodingChoice {
  /// How the tokens of a file with those settings are counted.
  init(_ settings: FileSettings) throws(CommandError) {
    let encoding = try settings.encoding.map { name throws(CommandError) in
      try placed(name.place) { () throws(CommandError) in try EncodingOptions.encoding(named: name.value) }
    }
    guard let model = settings.model else {
      self.init(tokenizer: ModelTokenizer(encoding ?? .o200kBase), price: nil, requested: nil)
      return
    }
    let catalogue = try settings.catalogue
    self = try placed(model.place) { () throws(CommandError) in
      try EncodingChoice(model: model.value, encoding: encoding, choice: .named, in: catalogue).priced(in: catalogue)
    }
  }
}

extension FileSettings {
  /// The built-in prices with those of the settings.
  var catalogue: RateCatalogue {
    get throws(CommandError) {
      var catalogue = try RateCatalogue.ofThisVersion
      for own in rates {
        do { catalogue = try catalogue.adding(own) } catch { throw .input(own.source, error.description) }
      }
      return catalogue
    }
  }
}

/// What `body` gives; what it throws is about a setting at `place`.
private func placed<Value>(_ place: SettingPlace, _ body: () throws(CommandError) -> Value) throws(CommandError)
  -> Value
{
  do throws(CommandError) { return try body() } catch {
    throw CommandError(ConfigurationError(place, error.reason))
  }
}

extension EncodingOptions {
  /// Lays what the options say on `layer`.
  func lay(on layer: inout ConfigurationLayer) {
    layer.choices.model = model.map { Located($0, at: .commandLine) }
    layer.choices.encoding = encoding.map { Located($0, at: .commandLine) }
  }
}
