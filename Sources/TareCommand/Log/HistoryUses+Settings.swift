import Tare

extension HistoryUses {
  /// How the prompts of `history` are used, as options and settings say now.
  ///
  /// A prompt is used as the settings say of its newest name, under all that it had: what a change of names did to the
  /// settings is no change of the prompt.
  ///
  /// - Parameter folder: Where paths of the history begin; empty where there is no working tree.
  /// - Throws: ``CommandError`` for prompts of several models, whose tokens are no sum.
  init(_ history: GitHistory, below folder: String, _ uses: PromptUses) throws(CommandError) {
    var found = FoundUses(folder: folder, uses: uses)
    for file in history.files { try found.add(file.path.text) }
    for change in history.revisions.flatMap(\.changes) {
      guard let path = (change.after ?? change.before)?.path.text else { continue }
      try found.add(path)
      if let before = change.before?.path.text, before != path { found.add(before, as: path) }
    }
    guard let model = found.model else {
      self.init(try found.use(at: ""))
      return
    }
    self.init(model, traffic: found.traffic)
  }
}

/// The uses of prompts as far as they are found.
private struct FoundUses {
  let folder: String
  var uses: PromptUses
  private(set) var model: PromptUse?
  private(set) var traffic: [String: TrafficProfile] = [:]
  private var first = ""

  init(folder: String, uses: PromptUses) {
    (self.folder, self.uses) = (folder, uses)
  }

  mutating func use(at path: String) throws(CommandError) -> PromptUse {
    try uses.use(ofFileAt: folder.isEmpty ? path : "\(folder)/\(path)")
  }

  /// Adds what the settings say of `path`, unless that is known.
  mutating func add(_ path: String) throws(CommandError) {
    guard traffic[path] == nil else { return }
    let use = try use(at: path)
    if let model, !model.countsLike(use) {
      throw .usage(
        "\"\(first)\" is for \(model.name) and \"\(path)\" for \(use.name), whose tokens are no sum; name a --model, or one of the two"
      )
    }
    if model == nil { (model, first) = (use, path) }
    traffic[path] = use.traffic
  }

  /// Adds an earlier name of the prompt at `path`.
  mutating func add(_ earlier: String, as path: String) {
    if traffic[earlier] == nil { traffic[earlier] = traffic[path] }
  }
}

extension PromptUse {
  /// The model, or what counts where there is none.
  fileprivate var name: String { model ?? tokenizer.encoding.name }
}
