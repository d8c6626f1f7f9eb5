import Tare

/// What settings say and nothing comes of, as where a pattern is misspelt.
struct LintIdleSettings {
  private var lines: [String] = []

  /// Looks at the settings of the files at `paths`.
  ///
  /// Patterns are looked at only where a whole folder was that they begin in: a hook that names three files says nothing
  /// about the others.
  ///
  /// - Parameter arguments: What the command line names.
  init(
    _ paths: [String], of arguments: [String], _ configurations: LintConfigurations, _ settings: LintSettings
  ) {
    let folders = arguments.filter { FileKind(behind: $0) == .folder }.map(configurations.absolute)
    addIdlePatterns(paths, below: folders, configurations)
    addUnpricedTraffic(paths, configurations, settings)
  }

  private mutating func addIdlePatterns(
    _ paths: [String], below folders: [LexicalPath], _ configurations: LintConfigurations
  ) {
    var patterns: [FilePattern] = []
    var used: Set<FilePattern> = []
    for layer in configurations.layers {
      patterns += layer.filePatterns.filter { pattern in
        !patterns.contains(pattern) && folders.contains { $0.holds(pattern.pattern.folder) }
      }
    }
    guard !patterns.isEmpty else { return }
    for path in paths {
      let absolute = configurations.absolute(path)
      let held = configurations.configuration(for: path)?.layers.flatMap(\.filePatterns) ?? []
      used.formUnion(held.filter { !used.contains($0) && $0.pattern.matches(absolute) })
    }
    lines += patterns.filter { !used.contains($0) }.map { pattern in
      "\(pattern.place): \"\(pattern.pattern.text)\" fits none of the prompts that it holds for"
    }
  }

  private mutating func addUnpricedTraffic(
    _ paths: [String], _ configurations: LintConfigurations, _ settings: LintSettings
  ) {
    for path in paths where settings[path].settings.requestsPerMonth != nil && settings[path].choice.price == nil {
      let absolute = configurations.absolute(path)
      let traffic = configurations.configuration(for: path)?.layers.flatMap(\.traffic).last {
        $0.files.matches(absolute)
      }
      guard let place = traffic?.place else { continue }
      let line = "\(place): traffic is stated and no month is priced, as no model with a price is named"
      if !lines.contains(line) { lines.append(line) }
    }
  }

  private static let mostLines = 5

  /// Says it, and of much only how much there is.
  func say() {
    for line in lines.prefix(Self.mostLines) { StandardError.line(shownName(line)) }
    let rest = lines.count - Self.mostLines
    if rest > 0 { StandardError.line("\(rest.grouped) more settings have no effect on these prompts") }
  }
}

extension LexicalPath {
  /// Whether it is `other`, or a folder above it.
  fileprivate func holds(_ other: LexicalPath) -> Bool { self == other || other.relative(to: self) != nil }
}
