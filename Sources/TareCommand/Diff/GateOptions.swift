import ArgumentParser
import Tare

/// What a change may do at the most, laid over what tare.yaml says.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A gate such as growth=10%, prompt-tokens=4000 or unknown-model; with :warn behind it the run does not fail. "
        + "Gates: \(Gate.ID.allCases.map(\.rawValue).joined(separator: ", ")). May be repeated.",
      valueName: "gate=limit"), transform: GateSetting.named)
  var gate: [GateSetting] = []

  /// The gates of `settings`, and in place of those of the same names the ones of the options.
  func laid(over settings: [GateSetting]) -> [GateSetting] {
    let names = Set(gate.map(\.gate.id))
    return settings.filter { !names.contains($0.gate.id) } + gate
  }
}

extension GateSetting {
  /// The gate that `growth=10%` or, to warn, `growth=10%:warn` names.
  ///
  /// - Throws: `ValidationError` with what is wrong.
  fileprivate static func named(_ argument: String) throws -> GateSetting {
    var text = argument[...]
    var level = Level.fail
    if let named = Level.allCases.first(where: { argument.hasSuffix(":\($0.rawValue)") }) {
      (text, level) = (text.dropLast(named.rawValue.utf8.count + 1), named)
    }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let names = Gate.ID.allCases.map(\.rawValue)
    guard let id = Gate.ID(rawValue: parts[0]) else {
      let nearest = nearestName(to: parts[0], among: names).map { "did you mean \($0)?" }
      throw ValidationError("no gate is called that; \(nearest ?? "there are \(names.joined(separator: ", "))")")
    }
    return GateSetting(try gate(id, parts.count == 2 ? parts[1] : nil), level: level)
  }

  private static func gate(_ id: Gate.ID, _ limit: String?) throws -> Gate {
    do { return try Gate(id, limit: limit) } catch { throw ValidationError(error.description) }
  }
}
