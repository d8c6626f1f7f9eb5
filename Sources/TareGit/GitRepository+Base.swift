/// The files of a repository as they stood at one commit, found from where they are now.
public struct GitBase: Sendable {
  /// The commit.
  public let commit: GitObjectID
  private let blobs: [GitPath: GitObjectID]
  /// For each path a file was given since, the one it had.
  private let previousPaths: [GitPath: GitPath]

  init(commit: GitObjectID, files: [GitFile], renames: [GitChange]) {
    self.commit = commit
    blobs = Dictionary(files.map { ($0.path, $0.blob) }) { first, _ in first }
    let pairs = renames.compactMap { change in
      change.before.flatMap { before in change.after.map { ($0.path, before.path) } }
    }
    previousPaths = Dictionary(pairs.filter { $0.0 != $0.1 }) { first, _ in first }
  }

  /// The file that now lies at `path`, as it was; `nil` for one that is new.
  public func file(nowAt path: GitPath) -> GitFile? {
    let before = previousPaths[path] ?? path
    return blobs[before].map { GitFile(path: before, blob: $0) }
  }
}

extension GitRepository {
  /// The files as they stood at `commit`, with the names they were given since and that the index knows.
  ///
  /// The working tree is not looked at: git would run the filters a repository asks for. A file that was renamed without
  /// git being told is new.
  public func base(at commit: GitObjectID) async throws(GitError) -> GitBase {
    let files = try await files(at: commit)
    let output = try await program.output(
      ["diff-index", "--cached", "-M", "-z", "--raw", "--no-abbrev", "--no-ext-diff", commit.text, "--"])
    var reader = RawDiffReader(output)
    guard let changes = reader.read() else { throw .unexpectedAnswer("diff-index") }
    return GitBase(commit: commit, files: files, renames: changes)
  }

  /// The folder this repository was opened for, as a path from the repository's top: empty there, else ending in `/`.
  public func prefix() async throws(GitError) -> [UInt8] { try await line("--show-prefix") }

  /// The top folder of the working tree, without links.
  public func topFolder() async throws(GitError) -> [UInt8] { try await line("--show-toplevel") }

  /// The folder in which git keeps the repository, which tells one from another.
  public func gitFolder() async throws(GitError) -> [UInt8] { try await line("--absolute-git-dir") }

  /// The day on which a commit was made, where whoever made it was: `2026-11-20`.
  public func day(of commit: GitObjectID) async throws(GitError) -> String {
    let output = try await program.output(["cat-file", "commit", commit.text])
    guard let day = committerDay(output) else { throw .unexpectedAnswer("cat-file") }
    return day
  }

  /// The seconds from 1970 to when a commit was made.
  public func time(of commit: GitObjectID) async throws(GitError) -> Int {
    let output = try await program.output(["cat-file", "commit", commit.text])
    guard let time = committerTime(output) else { throw .unexpectedAnswer("cat-file") }
    return time.seconds
  }

  private func line(_ option: String) async throws(GitError) -> [UInt8] {
    // The one line end is git's own; a name may hold others.
    let output = try await program.output(["rev-parse", option])
    return output.last == 0x0A ? output.dropLast() : output
  }
}

/// The day in `committer NAME <ADDRESS> SECONDS +HHMM`, or `nil` for any other form.
func committerDay(_ commit: [UInt8]) -> String? {
  guard let (seconds, zone) = committerTime(commit) else { return nil }
  let local = seconds + (zone / 100 * 60 + zone % 100) * 60
  return civilDay(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
}

/// The seconds from 1970 and the zone, as +HHMM, of the same line.
private func committerTime(_ commit: [UInt8]) -> (seconds: Int, zone: Int)? {
  let header = commit.split(separator: 0x0A, omittingEmptySubsequences: false).prefix { !$0.isEmpty }
  guard let line = header.first(where: { $0.starts(with: "committer ".utf8) }) else { return nil }
  let fields = line.split(separator: 0x20).suffix(2).map { String(decoding: $0, as: UTF8.self) }
  guard fields.count == 2, let seconds = Int(fields[0]), let zone = Int(fields[1]), abs(seconds) < 1 << 40 else {
    return nil
  }
  return (seconds, zone)
}

/// The day that lies so many days behind 1970-01-01, in the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", 2013): years begin in March, so that the day that some years have is the last.
func civilDay(_ days: Int) -> String {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
