import FoundationEssentials
import Subprocess

/// The environment that git runs in: the caller's, with git's own variables weeded.
///
/// Of the variables whose names begin with `GIT_` only ``passed`` reach git. The others would make it read another
/// repository, other objects or other paths, run programs from another place, or write a trace; hooks set some of them,
/// and later versions of git will know more. Those in ``fixed`` have one value whatever the caller's is.
enum GitEnvironment {
  /// Where the user's own configuration lies, which decides by `safe.directory` whether a repository may be read at all,
  /// and how far up one is looked for.
  static let passed: Set<String> = [
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  ]

  /// Messages in English, no optional locks, no questions, no fetching, objects as they are, and no trace, which the
  /// user's configuration could ask for as well.
  static let fixed = [
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TRACE2": "0", "GIT_TRACE2_EVENT": "0", "GIT_TRACE2_PERF": "0",
  ]

  /// What of `environment` reaches git.
  static func weeded(_ environment: [String: String]) -> [String: String] {
    environment.filter { !$0.key.hasPrefix("GIT_") || passed.contains($0.key) }.merging(fixed) { $1 }
  }

  /// What of this process's environment reaches git; with the name of the index only where that is to be looked at.
  static func ofThisProcess(withIndex takesIndex: Bool = false) -> Environment {
    let own = ProcessInfo.processInfo.environment
    var variables = weeded(own)
    if takesIndex { variables["GIT_INDEX_FILE"] = own["GIT_INDEX_FILE"] }
    return holding(variables)
  }

  /// An environment of those variables and no others.
  static func holding(_ variables: [String: String]) -> Environment {
    .custom([Environment.Key: String](uniqueKeysWithValues: variables.map { (.init(stringLiteral: $0), $1) }))
  }
}
