import FoundationEssentials
import Tare

/// The prompts as they stood where this branch left another.
struct LintBase: Sendable {
  /// The bytes of each file that was there, by the path it is named by now.
  let files: [String: [UInt8]]
  /// The day of the last commit.
  let day: CalendarDate?

  /// Reads the files of `paths` at the merge base of HEAD and `ref`.
  init(of paths: [String], at ref: String) throws(CommandError) {
    do {
      self = try waiting { try await Self.read(paths, at: ref) }
    } catch GitError.unknownRef(let name, let nearest) {
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      throw .usage("no commit is called \"\(name)\"\(hint)")
    } catch {
      throw .input("git", describe(error))
    }
  }

  private init(files: [String: [UInt8]], day: CalendarDate?) {
    self.files = files
    self.day = day
  }

  private static func read(_ paths: [String], at ref: String) async throws(GitError) -> LintBase {
    let repository = try await GitRepository(containing: ".")
    let commit = try await repository.mergeBase(of: ref, and: "HEAD")
    let base = try await repository.base(at: commit)
    let places = GitPlaces(
      prefix: try await repository.prefix(), top: try await repository.topFolder(),
      workingFolder: FileManager.default.currentDirectoryPath)
    let found = paths.compactMap { path in
      places.place(of: path).flatMap { base.file(nowAt: $0) }.map { (path: path, blob: $0.blob) }
    }
    let contents = try await repository.contents(of: found.map(\.blob))
    let head = try await repository.commit("HEAD")
    return LintBase(
      files: Dictionary(zip(found.map(\.path), contents)) { first, _ in first },
      day: CalendarDate(try await repository.day(of: head)))
  }
}

/// Where files of the working tree lie in their repository.
struct GitPlaces {
  private let prefix: LexicalPath
  private let top: LexicalPath
  private let workingFolder: LexicalPath

  init(prefix: [UInt8], top: [UInt8], workingFolder: String) {
    self.prefix = LexicalPath(String(decoding: prefix, as: UTF8.self))
    self.top = LexicalPath(String(decoding: top, as: UTF8.self))
    self.workingFolder = LexicalPath(workingFolder)
  }

  /// The place of `path`, or `nil` for one that lies elsewhere.
  func place(of path: String) -> GitPath? {
    let place = LexicalPath(path, in: prefix)
    if !place.isAbsolute { return place.parts.first == ".." ? nil : GitPath(place.description.utf8) }
    // An absolute path may lead through the folder the command was called in, which links may lead to.
    let near = LexicalPath(path).relative(to: workingFolder).map { LexicalPath($0, in: prefix).description }
    return (near ?? LexicalPath(path).relative(to: top)).map { GitPath($0.utf8) }
  }
}
