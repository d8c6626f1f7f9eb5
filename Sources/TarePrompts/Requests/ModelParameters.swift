import TareJSON
import TareText
import TareYAML

/// Where formats keep the settings of the model.
///
/// | format | place |
/// | --- | --- |
/// | dotprompt | `config` |
/// | prompty | `model.parameters`, `model.options` |
/// | GitHub Models | `modelParameters` |
/// | requests | the request itself, `generationConfig`, `inferenceConfig` |
enum ModelParameters {
  /// The scalars of these mappings in YAML; `place` says where a key stands. `nil` where no mapping is there.
  static func inYAML(_ mappings: [YAMLNode?], place: (YAMLNode) -> SourceRange) -> [ModelParameter]? {
    let found = mappings.compactMap { $0 }
    guard !found.isEmpty else { return nil }
    return found.flatMap(\.pairs).compactMap { key, value in
      key.scalar.map { ModelParameter(name: $0, value: value.scalar, range: place(key)) }
    }
  }

  /// The members of a request that are neither text nor tools.
  static func inRequest(_ request: JSONValue) -> [ModelParameter] {
    let nested = ["generationConfig", "generation_config", "inferenceConfig"].compactMap { request[$0] }
    return ([request] + nested).flatMap(\.members).compactMap { member in
      switch member.value.kind {
      case .array, .object: nil
      default:
        ModelParameter(
          name: member.name, value: member.value.string ?? member.value.numberText, range: member.range)
      }
    }
  }
}
