import ArgumentParser
import Tare

/// What `--show-files` and `--show-settings` print, in place of a run.
struct LintListing {
  private let text: String
  private let hasFailures: Bool

  /// - Returns: `nil` where neither was asked for.
  init?(_ options: LintConfigurationOptions, _ inputs: LintInputs, _ configurations: LintConfigurations) {
    guard options.showFiles || options.showSettings else { return nil }
    let paths = inputs.inputs.map(\.path)
    let lines = options.showFiles ? paths : Self.settings(of: paths, configurations)
    text = lines.map { shownName($0) + "\n" }.joined()
    hasFailures = inputs.hasFailures
  }

  func write() throws {
    StandardOutput.write(text)
    if hasFailures { throw ExitCode.badInput }
  }

  /// What holds for each file, once for all files for which the same does.
  private static func settings(of paths: [String], _ configurations: LintConfigurations) -> [String] {
    var groups: [(heading: [String], body: [String], paths: [String])] = []
    for path in paths {
      guard let configuration = configurations.configuration(for: path) else { continue }
      let sources = configuration.layers.map(\.name).filter { $0 != SettingPlace.commandLine.file }
      let heading = ["# from \(sources.isEmpty ? "nowhere: what is built in" : sources.joined(separator: ", "))"]
      let body = configuration.settings(for: configurations.absolute(path)).lines
      if let index = groups.firstIndex(where: { $0.heading == heading && $0.body == body }) {
        groups[index].paths.append(path)
      } else {
        groups.append((heading, body, [path]))
      }
    }
    return Array(groups.map { $0.paths.map { "# \($0)" } + $0.heading + $0.body }.joined(separator: [""]))
  }
}
