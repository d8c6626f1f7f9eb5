import TareJSON

/// Which models have which vocabulary, as of one day. Prices are another matter and stand elsewhere: a model may be
/// counted without one.
public struct ModelDirectory: Sendable {
  /// The day the names and the ratios were read.
  public let date: String
  /// Every family, in the order of the file.
  public let families: [TokenizerFamily]
  /// Every model that is named in full, in the order of the file.
  public let models: [ModelEntry]
  /// The rules that name a model by its beginning, in the order of the file.
  let rules: [ModelEntry]
  let spelling: ModelSpelling
  /// The index of each model by its name.
  private let indexOfName: [String: Int]

  /// - Throws: ``DataFileError`` when a name stands twice.
  init(
    date: String, families: [TokenizerFamily], models: [ModelEntry], rules: [ModelEntry], spelling: ModelSpelling
  ) throws(DataFileError) {
    var index: [String: Int] = [:]
    for (position, model) in models.enumerated() {
      guard index.updateValue(position, forKey: model.name) == nil else {
        throw DataFileError(entry: model.name, member: "names", reason: "has it twice")
      }
    }
    self.date = date
    self.families = families
    self.models = models
    self.rules = rules
    self.spelling = spelling
    indexOfName = index
  }

  /// What is known of a model. Tried in this order, and the first that fits decides: the name as it is; the name
  /// without the marks of a version, such as `-2024-08-06` or `-v2:0`; the longest beginning that a rule names, as
  /// tiktoken has them. A provider or route before a slash is passed over where it is a known one, and so are the
  /// region and vendor of Bedrock's ids. Case does not matter.
  ///
  /// - Throws: ``UnknownModelName`` with every known name, so that a near one can be suggested.
  public func model(named id: String) throws(UnknownModelName) -> ModelEntry {
    guard let name = spelling.name(in: id), let found = exactly(name) ?? byRule(name) else {
      throw UnknownModelName(id: id, knownNames: models.map(\.name))
    }
    return found
  }

  /// The name of a model without what stands before it in an id, in lower case: `claude-opus-5` for
  /// `us.anthropic.claude-opus-5`; `nil` where something unknown stands before a slash. The marks of a version stay.
  public func plainName(of id: String) -> String? { spelling.name(in: id) }

  /// The family of that name, or `nil`.
  public func family(named name: String) -> TokenizerFamily? { families.first { $0.name == name } }

  private func exactly(_ name: String) -> ModelEntry? {
    let index = indexOfName[name] ?? indexOfName[spelling.withoutVersion(name)]
    return index.map { models[$0] }
  }

  private func byRule(_ name: String) -> ModelEntry? {
    let fitting = rules.filter { name.hasPrefix($0.name) }
    return fitting.max { $0.name.utf8.count < $1.name.utf8.count }
  }
}

/// A model of which nobody here knows how it cuts text into tokens.
public struct UnknownModelName: Error, Sendable, Hashable {
  /// What was asked for.
  public let id: String
  /// Every name that is known in full, in the order of the file.
  public let knownNames: [String]
}

extension UnknownModelName: CustomStringConvertible {
  /// One sentence; the names are many and are left to the caller.
  public var description: String { "nothing is known of how the model \"\(id)\" cuts text into tokens" }
}
