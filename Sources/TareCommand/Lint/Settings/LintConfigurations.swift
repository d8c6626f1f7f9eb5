import Tare

/// The settings of each folder that a run comes to.
///
/// ```
/// nearest tare.yaml and what it extends   or the file of --config, or nothing with --isolated
/// settings of --config                    laid over it
/// options of the command line             on top
/// ```
/// A file of settings that is wrong is said once; the prompts it would hold for are left out, and all others are looked
/// at.
final class LintConfigurations {
  private var files: ConfigurationFiles
  /// The file that holds for all, in layers; `nil` where the nearest one does.
  private let base: [ConfigurationLayer]?
  /// What `--config` sets and the options say.
  private let overlay: [ConfigurationLayer]
  /// The file of `--config`; `nil` where it names none.
  private let named: LexicalPath?
  /// The folder that patterns of the command line begin in.
  let workingFolder: LexicalPath
  private var known: [LexicalPath: Configuration?] = [:]
  /// The same by the file that holds, so that a thousand folders below one file are no work.
  private var byFile: [LexicalPath?: Configuration] = [:]
  private let asked: AskedPaths
  private(set) var errors: [ConfigurationError] = []

  /// - Parameters:
  ///   - config: A file for all prompts, or settings laid over those found.
  ///   - isIsolated: Whether no file is looked for.
  init(
    config: [String] = [], isIsolated: Bool = false, commandLine: ConfigurationLayer
  ) throws(CommandError) {
    let workingFolder = LexicalPath.working
    self.workingFolder = workingFolder
    let asked = AskedPaths()
    self.asked = asked
    let shown = Self.shown(from: workingFolder)
    var files = ConfigurationFiles(
      read: { path throws(ConfigurationError) in
        asked.paths.insert(shown(path))
        return try Self.read(path, shown)
      }, shown: shown)
    var named: LexicalPath?
    var inline: [ConfigurationLayer] = []
    for text in config {
      if let file = Self.file(text, in: workingFolder) {
        guard named == nil else { throw .usage("--config names two files; one can extend the other") }
        named = file
      } else {
        inline.append(try Self.inlineLayer(text, workingFolder))
      }
    }
    if named != nil, isIsolated { throw .usage("--isolated and a file in --config exclude each other") }
    do {
      let layers = try named.map { file throws(ConfigurationError) in
        try files.layers(of: file, patternsFrom: workingFolder)
      }
      base = layers ?? (isIsolated ? [] : nil)
      _ = try Configuration((base ?? []) + inline)
    } catch {
      throw CommandError(error)
    }
    overlay = inline + [commandLine]
    self.named = named
    self.files = files
  }

  /// The same, with the files of settings as they stand in `contents`, or `nil` where the one of `--config` cannot be
  /// used so.
  ///
  /// - Parameter contents: The bytes of files, by their paths from the working folder.
  func reading(_ contents: [String: [UInt8]]) -> LintConfigurations? {
    try? LintConfigurations(self, contents)
  }

  private init(_ other: LintConfigurations, _ contents: [String: [UInt8]]) throws(ConfigurationError) {
    (workingFolder, overlay, named, asked) = (other.workingFolder, other.overlay, other.named, AskedPaths())
    let shown = Self.shown(from: workingFolder)
    var files = ConfigurationFiles(read: { path in contents[shown(path)] }, shown: shown)
    base =
      if let named { try files.layers(of: named, patternsFrom: workingFolder) } else { other.base }
    self.files = files
  }

  /// What is wrong with the file of settings at `path` that holds `bytes`; the files it extends are read from the disk.
  static func error(in bytes: [UInt8], at path: String) -> ConfigurationError? {
    let file = LexicalPath(path, in: .working)
    let shown = { (other: LexicalPath) in other == file ? path : other.description }
    var files = ConfigurationFiles(
      read: { other throws(ConfigurationError) in other == file ? bytes : try read(other, shown) }, shown: shown)
    do throws(ConfigurationError) {
      _ = try Configuration(try files.layers(of: file))
      return nil
    } catch {
      return error
    }
  }

  private static func shown(from folder: LexicalPath) -> (LexicalPath) -> String {
    { $0.relative(to: folder) ?? $0.description }
  }

  /// The file that `--config` names, or `nil` for a setting.
  private static func file(_ text: String, in folder: LexicalPath) -> LexicalPath? {
    let isSetting = text.contains(":") && FileKind(behind: text) == nil
    return isSetting ? nil : LexicalPath(text, in: folder)
  }

  private static func inlineLayer(_ text: String, _ folder: LexicalPath) throws(CommandError) -> ConfigurationLayer {
    do {
      var layer = try ConfigurationLayer(yaml: Array(text.utf8), name: "--config", folder: folder)
      layer.isCheckedElsewhere = true
      return layer
    } catch {
      throw CommandError(error)
    }
  }

  private static func read(_ path: LexicalPath, _ shown: (LexicalPath) -> String) throws(ConfigurationError) -> [UInt8]?
  {
    let place = SettingPlace(shown(path))
    switch FileKind(behind: path.description) {
    case nil where FileKind(at: path.description) == .link:
      throw ConfigurationError(place, "is a link that leads nowhere")
    case nil, .folder: return nil
    case .special(let name): throw ConfigurationError(place, "is \(name) and no file of settings")
    case .file, .link:
      do { return try InputFile.read(path.description).bytes } catch { throw ConfigurationError(place, error.reason) }
    }
  }

  /// What holds for the file or folder at `path`, or `nil` where that cannot be said.
  func configuration(for path: String) -> Configuration? {
    let folder = absolute(path).folder
    if let known = known[folder] { return known }
    var configuration: Configuration?
    do throws(ConfigurationError) {
      configuration = try found(from: folder)
    } catch {
      if !errors.contains(error) { errors.append(error) }
    }
    known[folder] = .some(configuration)
    return configuration
  }

  /// What the file at `path` is read as; `nil` for what its name says.
  func format(of path: String) -> PromptFormat? { configuration(for: path)?.settings(for: absolute(path)).format }

  /// What holds for a file in the working folder of which nothing else is known.
  var settingsHere: FileSettings {
    configuration(for: "-")?.settings(for: absolute("-")) ?? FileSettings()
  }

  /// What the options say, whatever files of settings do.
  var settingsOfOptions: FileSettings {
    (try? Configuration(overlay))?.settings(for: absolute("-")) ?? FileSettings()
  }

  private func found(from folder: LexicalPath) throws(ConfigurationError) -> Configuration {
    let file = base == nil ? try files.nearest(to: folder) : nil
    if let known = byFile[file] { return known }
    var layers = base ?? []
    if let file { layers = try files.layers(of: file) }
    let configuration = try Configuration(layers + overlay)
    byFile[file] = configuration
    return configuration
  }

  func absolute(_ path: String) -> LexicalPath { LexicalPath(path, in: workingFolder) }

  /// Checks the words of the command line, which may be rules of any settings that were read.
  func checkWords() throws(CommandError) {
    let pages = pages
    for word in overlay.flatMap(\.ruleWords) {
      do { try RuleSelection.check(word.value, among: pages) } catch {
        throw CommandError(ConfigurationError(word.place, error.description))
      }
    }
  }

  /// The pages of all rules that can be named: tare's own, and those of the settings that were read.
  private var pages: [RulePage] {
    var pages = RuleCatalogue.pages
    for folder in known.keys.sorted(by: { $0.description < $1.description }) {
      for page in known[folder]??.ownPages ?? [] where !pages.contains(where: { $0.code == page.code }) {
        pages.append(page)
      }
    }
    return pages
  }
}

extension LintConfigurations {
  /// The layers of all settings that were read, in the order of their files.
  var layers: [ConfigurationLayer] {
    byFile.keys.sorted { ($0?.description ?? "") < ($1?.description ?? "") }.flatMap { byFile[$0]?.layers ?? [] }
  }

  /// The files of settings that were read, or would have been if they were there.
  var pathsAskedFor: Set<String> { asked.paths }
}

/// Where files of settings were looked for.
private final class AskedPaths {
  var paths: Set<String> = []
}

extension CommandError {
  /// Settings that cannot be used.
  init(_ error: ConfigurationError) {
    self = error.place == .commandLine ? .usage(error.reason) : .input(error.place.description, error.reason)
  }
}
