import Tare

/// What a search in folders passes over, and what it takes.
final class LintSearch {
  private let configurations: LintConfigurations
  private let ignores: GitIgnores

  init(_ configurations: LintConfigurations) {
    self.configurations = configurations
    ignores = GitIgnores(workingFolder: configurations.workingFolder)
  }

  /// What `paths` name.
  func discovery(of paths: [String]) -> InputDiscovery {
    InputDiscovery(paths, hiddenNames: PromptFormat.hiddenNames, isWanted: isPrompt, isPassedOver: passesOver)
  }

  /// Whether what a search came upon is passed over.
  func passesOver(_ path: String, isFolder: Bool) -> Bool {
    guard let configuration = configurations.configuration(for: path) else {
      // Folders below may have settings of their own that are right.
      return !isFolder
    }
    let absolute = configurations.absolute(path)
    return configuration.excludes(absolute)
      || configuration.respectsGitignore && ignores.ignores(absolute, isFolder: isFolder)
  }

  /// Whether a file is a prompt, by its name or because settings say so.
  func isPrompt(_ path: String) -> Bool { PromptFormat(path: path) != nil || isIncluded(path) }

  /// Whether settings say that the file is a prompt.
  func isIncluded(_ path: String) -> Bool {
    configurations.configuration(for: path)?.includes(configurations.absolute(path)) ?? false
  }

  /// Whether a file that was named is left out: because of its settings, or because nobody can say what they are.
  func leavesOut(named path: String) -> Bool {
    guard let configuration = configurations.configuration(for: path) else { return true }
    return configuration.forcesExclude && configuration.excludes(configurations.absolute(path))
  }
}
