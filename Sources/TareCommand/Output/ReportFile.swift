import ArgumentParser
import Tare

/// A report and the file it goes to; standard output where there is no path or it is `-`.
struct ReportFile {
  let text: String
  let path: String?

  /// Writes all of `files`, or, where one of them cannot be written, none: each is on the disk beside its place before
  /// the first is put there. What goes to standard output goes last.
  static func write(_ files: [ReportFile]) throws(CommandError) {
    try writeTogether(files.filter { !$0.isStream }[...])
    for file in files where file.isStream { StandardOutput.write(file.text) }
  }

  /// Says that two reports would be written to one file, however its path is written.
  static func checkDistinct(_ paths: [String]) throws {
    let files = Dictionary(grouping: paths.filter { !StandardOutput.isNamed($0) }, by: { LexicalPath($0) })
    if let twice = files.values.filter({ $0.count > 1 }).flatMap(\.self).min() {
      throw ValidationError("two reports would be written to \(twice)")
    }
  }

  private var isStream: Bool { path.map(StandardOutput.isNamed) ?? true }

  private static func writeTogether(_ files: ArraySlice<ReportFile>) throws(CommandError) {
    guard let first = files.first, let path = first.path else { return }
    let file = try AtomicFile(at: path)
    try file.write(Array(first.text.utf8))
    try writeTogether(files.dropFirst())
    try file.finish()
  }
}
