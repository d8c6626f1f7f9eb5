import FoundationEssentials
import Tare

/// Turns the paths of a command line into files: folders are walked, patterns are matched, `-` is standard input.
struct InputDiscovery {
  /// The files found, each once, in the order of the arguments and, within a folder, in the order of their paths.
  private(set) var paths: [String] = []
  /// What could not be read; the other inputs are still processed.
  private(set) var errors: [CommandError] = []
  /// What a walk came upon and passed over: it is said, and is no failure.
  private(set) var skips: [CommandError] = []
  /// The paths that were named, and not come upon.
  private var named = Set<String>()
  private var seen = Set<String>()
  private let isWanted: (String) -> Bool
  private let isPassedOver: (String, Bool) -> Bool
  private let hiddenNames: Set<String>
  /// The folder of packages that others wrote, which no walk enters.
  private static let installed = "node_modules"
  private var isEntered: (String) -> Bool = { _ in true }

  /// Finds the files that `arguments` name.
  ///
  /// - Parameters:
  ///   - hiddenNames: The names of hidden files and folders that are looked at all the same.
  ///   - isWanted: Whether a file found in a folder, given by its path, is of the kind the command reads. A file that
  ///     is named itself is always taken.
  ///   - isPassedOver: Whether a walk neither takes nor enters what it came upon: its path, and whether it is a folder.
  init(
    _ arguments: [String], hiddenNames: Set<String> = [],
    isWanted: @escaping (String) -> Bool = { _ in true },
    isPassedOver: @escaping (String, Bool) -> Bool = { _, _ in false }
  ) {
    self.hiddenNames = hiddenNames
    self.isPassedOver = isPassedOver
    self.isWanted = isWanted
    for argument in arguments {
      if argument == "-" {
        add(named: argument)
      } else if isFolder(argument) {
        walk(argument)
      } else if isPattern(argument), !FileManager.default.fileExists(atPath: argument) {
        match(argument)
      } else {
        add(named: argument)
      }
    }
  }

  private mutating func add(named path: String) {
    named.insert(path)
    add(path)
  }

  /// Takes a failure to read `path`: of one that a walk came upon and that is no text, only a line is said.
  mutating func fail(_ path: String, _ error: CommandError) {
    if error.isNoText, !named.contains(path) { skips.append(error) } else { errors.append(error) }
  }

  /// Adds a path unless the same one, perhaps spelt with "./", is there already.
  private mutating func add(_ path: String) {
    var spelling = path[...]
    while spelling.hasPrefix("./") { spelling = spelling.dropFirst(2).drop { $0 == "/" } }
    if seen.insert(String(spelling)).inserted { paths.append(path) }
  }

  /// Adds the files below `folder`. Other hidden files and folders are passed over; links to folders are not followed,
  /// so that a loop of links ends.
  private mutating func walk(_ folder: String) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      errors.append(.input(folder, "folder cannot be read: \(reason(of: error))"))
      return
    }
    // What stands in the current folder goes by its name alone, as git and editors call it.
    let base = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where (!name.hasPrefix(".") || hiddenNames.contains(name)) && name != Self.installed {
      add(found: base + name)
    }
  }

  /// Adds what a walk came upon. What waits for a writer or has no end would hold up all the others, so it is read
  /// only where it is named itself.
  private mutating func add(found path: String) {
    guard let kind = FileKind(at: path) else {
      if isWanted(path) {
        skips.append(.input(path, "cannot be looked at: not permitted, gone, or a name that is not UTF-8"))
      }
      return
    }
    guard !isPassedOver(path, kind == .folder) else { return }
    switch kind == .link ? FileKind(behind: path) : kind {
    case .folder: if kind == .folder, isEntered(path) { walk(path) }
    case .file, .link: if isWanted(path) { add(path) }
    case .special(let name): if isWanted(path) { skips.append(.input(path, name)) }
    case nil: if isWanted(path) { skips.append(.input(path, "a link that leads nowhere")) }
    }
  }

  private mutating func match(_ pattern: String) {
    let folder = fixedFolder(of: pattern)
    let glob = GlobPattern(folder == "." && pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern)
    var below = InputDiscovery(
      [], hiddenNames: hiddenNames, isWanted: { glob.matches($0) }, isPassedOver: isPassedOver)
    below.isEntered = { glob.couldMatch(below: $0) }
    if isFolder(folder) { below.walk(folder) }
    errors += below.errors
    skips += below.skips
    if below.paths.isEmpty { errors.append(.input(pattern, "no file matches this pattern")) }
    for path in below.paths { add(path) }
  }

  private func isPattern(_ argument: String) -> Bool { argument.contains { "*?[".contains($0) } }

  /// The folders before the first part with a pattern in it: where the walk begins.
  private func fixedFolder(of pattern: String) -> String {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.prefix { !isPattern(String($0)) }
    return fixed.isEmpty ? "." : fixed == [""] ? "/" : fixed.joined(separator: "/")
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  private func reason(of error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission?: "Permission denied"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: "No such file or directory"
    case let code?: "Foundation's error \(code.rawValue)"
    case nil: "\(error)"
    }
  }
}

extension InputDiscovery {
  /// Writes a line for each input that was passed over and for each that failed.
  func sayWhatWasNotRead() {
    for skip in skips { StandardError.line(skip.skipMessage) }
    for error in errors { StandardError.line(error.message) }
  }
}
