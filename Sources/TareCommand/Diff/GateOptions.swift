import ArgumentParser
import Tare

/// What a change may do at the most, laid over what tare.yaml says.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A gate such as growth=10%, prompt-tokens=4000 or unknown-model; with :warn behind it the run does not fail. "
        + "Gates: \(Gate.ID.allCases.map(\.rawValue).joined(separator: ", ")). May be repeated.",
      valueName: "gate=limit"))
  var gate: [GateArgument] = []

  /// The gates of `settings`, and in place of those of the same names the ones of the options.
  func laid(over settings: [GateSetting]) -> [GateSetting] {
    let own = gate.map(\.setting)
    let names = Set(own.map(\.gate.id))
    return settings.filter { !names.contains($0.gate.id) } + own
  }
}

/// `growth=10%`, or `growth=10%:warn`.
struct GateArgument: ExpressibleByArgument {
  let setting: GateSetting

  init?(argument: String) {
    var text = argument[...]
    var level = GateSetting.Level.fail
    for named in GateSetting.Level.allCases where text.hasSuffix(":\(named.rawValue)") {
      text = text.dropLast(named.rawValue.utf8.count + 1)
      level = named
      break
    }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let id = Gate.ID(rawValue: parts[0]),
      let gate = try? Gate(id, limit: parts.count == 2 ? parts[1] : nil)
    else { return nil }
    setting = GateSetting(gate, level: level)
  }
}
