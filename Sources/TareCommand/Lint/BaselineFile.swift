import FoundationEssentials
import Tare

/// A baseline in a file. The paths in it lead from its folder, so that it says the same wherever tare is called.
struct BaselineFile: Sendable {
  let path: String
  let baseline: Baseline
  private let folder: LexicalPath
  private let workingFolder: LexicalPath

  /// Reads the baseline that `options` name; one that is to be written begins empty.
  ///
  /// - Throws: ``CommandError`` for a file that is missing or no baseline: everything known would be reported.
  init?(_ options: LintBaselineOptions) throws(CommandError) {
    guard let path = options.baseline else { return nil }
    workingFolder = LexicalPath(FileManager.default.currentDirectoryPath)
    folder = LexicalPath(path, in: workingFolder).folder
    self.path = path
    guard !options.writeBaseline else {
      baseline = Baseline()
      return
    }
    let bytes = try InputFile.read(path).bytes
    do throws(BaselineError) {
      baseline = try Baseline(json: bytes)
    } catch {
      throw .input(path, error.description)
    }
  }

  /// What is known of the file at `path`.
  func known(of path: String) -> [Baseline.Entry] { baseline[key(of: path)] }

  /// Puts all findings of `files` in the place of what was known.
  func write(_ files: [FileAudit]) throws(CommandError) {
    var written = Baseline()
    for file in files { written[key(of: file.path)] = file.baselineEntries }
    try AtomicFile.write(Array(written.json.utf8), to: path)
    let count = files.filter { !$0.isFailure }.reduce(0) { $0 + $1.findings.count }
    StandardError.line("\(path): \(count) \(count == 1 ? "finding is" : "findings are") known from now on.")
  }

  /// Takes out what was not found in `files` any more, and says what that was.
  func prune(_ files: [FileAudit]) throws(CommandError) {
    let audits = Dictionary(files.map { (key(of: $0.path), $0) }) { first, _ in first }
    let (left, pruned) = baseline.pruned(audits) {
      !FileManager.default.fileExists(atPath: folder.description + "/" + $0)
    }
    for entry in pruned {
      let times = entry.count == 1 ? "" : " (\(entry.count) times)"
      StandardError.line("\(path): \(entry.code) in \(entry.path) is mended and no longer known\(times)")
    }
    if !pruned.isEmpty { try AtomicFile.write(Array(left.json.utf8), to: path) }
  }

  private func key(of path: String) -> String {
    let absolute = LexicalPath(path, in: workingFolder)
    if let below = absolute.relative(to: folder) { return below }
    let common = zip(absolute.parts, folder.parts).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: folder.parts.count - common)
    return (up + absolute.parts[common...]).joined(separator: "/")
  }
}
