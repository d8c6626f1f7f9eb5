public import TarePricing
import TareJSON
public import TareText

/// Scenarios as people write them: one, or several side by side that share what stands above them.
///
/// ```yaml
/// model: gpt-5.4
/// input-tokens: 2000
/// output-tokens: 500
/// requests-per-day: 50000
/// scenarios:
///   - name: as it is
///   - name: shorter prompts
///     input-cut: 60%
/// ```
public struct ScenarioFile: Sendable {
  /// The scenarios, in the order of the file.
  public let scenarios: [ForecastScenario]

  /// Counts the tokens of the prompt at a path for a model; what it throws is said where the path was written.
  public typealias PromptCounting = (_ path: String, _ rate: Rate) throws -> CountedPrompt

  /// What holds where nobody can read prompts.
  public static func noCounting(_ path: String, _ rate: Rate) throws -> CountedPrompt {
    throw ForecastError(nil, "\(path) cannot be read here")
  }

  /// More than anybody looks at side by side.
  static let mostScenarios = 50

  /// The scenarios in YAML or JSON.
  ///
  /// - Parameters:
  ///   - name: What messages call the file, mostly its path.
  ///   - catalogue: The prices of models that are named and have no prices beside them.
  ///   - time: The time whose prices are taken; that of the catalogue where it is `nil`.
  ///   - defaultModel: What answers where a scenario names no model.
  ///   - folder: What the paths of prompts begin in.
  ///   - counting: Counts the prompt at a path for a model.
  /// - Throws: ``ConfigurationError`` for the first thing that is wrong: a key that is not known, a value of another kind
  ///   than its key takes, a model without a known price, a scenario that cannot be forecast.
  public init(
    _ bytes: [UInt8], name: String, catalogue: RateCatalogue, at time: PriceTime? = nil, defaultModel: Rate? = nil,
    folder: LexicalPath = LexicalPath(""), counting: @escaping PromptCounting = noCounting
  ) throws(ConfigurationError) {
    let file = try SettingFile(Self.withoutTabs(bytes), name: name, folder: folder)
    guard let root = try file.root() else {
      throw ConfigurationError(SettingPlace(name), "is empty, and has to have a scenario")
    }
    let object = try root.scenarioObject(.file)
    let reader = ScenarioReader(
      rates: ScenarioRates(catalogue: catalogue, time: time), defaultModel: defaultModel, shared: object,
      folder: folder, counting: counting)
    guard let list = object["scenarios"] else {
      scenarios = [try reader.scenario(object)]
      return
    }
    let objects = try list.scenarioObjects(.scenario)
    guard 1...Self.mostScenarios ~= objects.count else {
      throw list.error("scenarios has \(objects.count) of them, and there have to be 1 to \(Self.mostScenarios)")
    }
    var scenarios: [ForecastScenario] = []
    for own in objects {
      let scenario = try reader.scenario(own)
      guard let name = scenario.name, own["name"] != nil else {
        throw ConfigurationError(own.place, "name is missing: each of several scenarios has its own")
      }
      if scenarios.contains(where: { $0.name == name }) {
        throw ConfigurationError(own.place, "there are two scenarios called \"\(name)\"")
      }
      scenarios.append(scenario)
    }
    self.scenarios = scenarios
  }

  /// JSON may be indented with tabs, which YAML forbids; outside of strings, where it may not have them, each is a blank.
  private static func withoutTabs(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), (try? JSONDocument(parsing: bytes)) != nil else {
      return bytes
    }
    return bytes.map { $0 == 0x09 ? 0x20 : $0 }
  }
}
