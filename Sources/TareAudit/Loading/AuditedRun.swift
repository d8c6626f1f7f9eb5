import TarePrompts

/// The prompt files of one run and what is loaded together among them: what rules over several files look at.
struct AuditedRun {
  /// The files, in the order they were given.
  let files: [PromptSummary]
  /// The sets, in the order of the files.
  let sets: [LoadSet]
  private let places: [String: Int]

  init(_ files: [PromptSummary]) {
    self.files = files
    sets = LoadSet.sets(of: files.map(\.load))
    places = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files of a set, in its order.
  func members(of set: LoadSet) -> [PromptSummary] {
    set.members.compactMap { path in places[path].map { files[$0] } }
  }

  /// The tokens of everything that is sent when the set is loaded.
  func tokens(of set: LoadSet) -> Int { members(of: set).reduce(0) { $0 + $1.sent } }
}

/// A finding of a rule over several files, and the file it is shown in.
struct PlacedFinding {
  let path: String
  let finding: Finding
}
