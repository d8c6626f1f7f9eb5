import Synchronization
import Tare

/// Which files of commits and folders are prompts, and what they are read as: by their names, and as the settings that
/// hold for each say (`exclude`, `extend-include`, `overrides` with a `kind`).
final class PromptSelection: Sendable {
  /// Settings are found and remembered while they are asked for, by one thread at a time.
  private let configurations: Mutex<LintConfigurations>

  /// The settings that `source` names; with `programs`, files in which prompts stand in literals are prompts too.
  init(_ source: SettingSourceOptions, _ programs: ProgramOptions) throws(CommandError) {
    var layer = ConfigurationLayer(name: SettingPlace.commandLine.file)
    programs.lay(on: &layer)
    configurations = Mutex(try LintConfigurations(source, commandLine: layer))
  }

  /// Whether the file at `path`, which begins in `folder` unless that is empty, is a prompt.
  func contains(_ path: String, in folder: String) -> Bool {
    let place = Self.place(path, folder)
    return configurations.withLock { configurations in
      guard let configuration = configurations.configuration(for: place) else { return PromptFormat(path: path) != nil }
      let absolute = configurations.absolute(place)
      return !configuration.excludes(absolute) && (PromptFormat(path: path) != nil || configuration.includes(absolute))
    }
  }

  /// Whether the file at `path` of a repository is a prompt; of a name that is no text, what of it is.
  func contains(_ path: GitPath, in folder: String) -> Bool {
    contains(String(decoding: path.bytes, as: UTF8.self), in: folder)
  }

  /// What the file is read as; `nil` for what its name says.
  func format(of path: String, in folder: String) -> PromptFormat? {
    configurations.withLock { $0.format(of: Self.place(path, folder)) }
  }

  private static func place(_ path: String, _ folder: String) -> String {
    folder.isEmpty || path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }
}
