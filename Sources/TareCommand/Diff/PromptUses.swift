import Tare

/// How each prompt of a comparison is used: as the options say, else the settings that hold for it, else by default.
struct PromptUses {
  private let counting: EncodingOptions
  private let prices: RateOptions
  private let traffic: TrafficOptions
  private let catalogue: RateCatalogue
  private let configurations: LintConfigurations
  /// What counts and prices a model, found once for each.
  private var known: [ModelChoice: PromptUse] = [:]

  /// Who is to count, in the words of whoever chose it.
  private struct ModelChoice: Hashable {
    let model: String?
    let encoding: String?
    let isDefault: Bool
    /// Whether an option names it; what an option names and nobody knows is a mistake of the command line.
    let isOption: Bool
  }

  init(_ counting: EncodingOptions, _ prices: RateOptions, _ traffic: TrafficOptions) throws(CommandError) {
    (self.counting, self.prices, self.traffic) = (counting, prices, traffic)
    configurations = try LintConfigurations(
      prices.settings, commandLine: ConfigurationLayer(name: SettingPlace.commandLine.file))
    catalogue = try prices.catalogue(configurations)
  }

  /// How the prompt in the file at `path` is used; where nobody says how it is sent, as it was when it lay at
  /// `previousPath`.
  mutating func use(ofFileAt path: String, before previousPath: String? = nil) throws(CommandError) -> PromptUse {
    var settings = settings(for: path)
    if let previousPath, settings?.traffic == nil { settings = self.settings(for: previousPath) ?? settings }
    if let error = configurations.errors.first { throw CommandError(error) }
    let choice = choice(settings ?? FileSettings())
    if known[choice] == nil { known[choice] = try self.use(choice) }
    guard let use = known[choice] else { return PromptUse(counting: ModelTokenizer(.o200kBase), price: nil) }
    var profile = traffic.laid(over: settings?.traffic)
    if let rate = use.price?.rate {
      do { _ = try rate.cacheTerms(choosing: profile.cache) } catch {
        // Settings for another model than the one that an option names are no mistake.
        guard counting.model != nil, traffic.cache == nil else { throw .usage("\(path): \(error)") }
        profile.cache = .automatic
      }
    }
    return PromptUse(
      counting: use.tokenizer, price: use.price, traffic: profile, unpricedModel: use.unpricedModel)
  }

  private func settings(for path: String) -> FileSettings? {
    configurations.configuration(for: path)?.settings(for: configurations.absolute(path))
  }

  /// The gates of the settings that hold in `folder`, which is empty for the working folder.
  func gates(_ options: GateOptions, in folder: String) -> [GateSetting] {
    options.laid(over: configurations.configuration(for: folder.isEmpty ? "-" : "\(folder)/-")?.gates ?? [])
  }

  private func choice(_ settings: FileSettings) -> ModelChoice {
    if counting.model != nil || counting.encoding != nil {
      return ModelChoice(model: counting.model, encoding: counting.encoding, isDefault: false, isOption: true)
    }
    let encoding = settings.encoding?.value
    let model = settings.model?.value
    return ModelChoice(
      model: model ?? (encoding == nil ? EncodingOptions.defaultModel : nil), encoding: encoding,
      isDefault: model == nil && encoding == nil, isOption: false)
  }

  private func use(_ choice: ModelChoice) throws(CommandError) -> PromptUse {
    let encoding = try choice.encoding.map { name throws(CommandError) in try EncodingOptions.encoding(named: name) }
    guard let model = choice.model else {
      return PromptUse(counting: ModelTokenizer(encoding ?? .o200kBase), price: nil)
    }
    let rate =
      choice.isOption ? try catalogue.rate(orNearest: model) : try? catalogue.rate(for: model)
    let tag = rate.map { PriceTag($0, in: catalogue, choice: choice.isDefault ? .byDefault : .named) }
    return PromptUse(
      counting: try tokenizer(of: model, encoding, choice), price: prices.at.flatMap { time in tag?.at(time) } ?? tag,
      unpricedModel: model)
  }

  /// A model of the settings that nobody knows is counted in an encoding that is assumed for it, and the report says so.
  private func tokenizer(
    of model: String, _ encoding: Encoding?, _ choice: ModelChoice
  ) throws(CommandError) -> ModelTokenizer {
    do throws(CommandError) {
      return try EncodingChoice(model: model, encoding: encoding, choice: .named, in: catalogue).tokenizer
    } catch {
      // What is known and cannot be counted would be counted wrongly by anything else.
      guard !choice.isOption, (try? ModelDirectory.ofThisVersion.model(named: model)) == nil else { throw error }
      return ModelTokenizer(assuming: encoding ?? .o200kBase)
    }
  }
}
