import Tare

/// Where paths lie in the repository that all of them are in.
struct LogPlaces: Sendable {
  let repository: GitRepository
  let places: [GitPath]

  /// Finds the repository from the nearest folder of the first path that exists: what a history is asked of may be gone.
  init(of paths: [String]) async throws {
    var repositories: [(folder: String, repository: GitRepository, prefix: LexicalPath)] = []
    var places: [GitPath] = []
    for path in paths {
      let (folder, rest) = Self.nearestFolder(of: path)
      if !repositories.contains(where: { $0.folder == folder }) {
        let repository = try await GitRepository(containing: folder)
        let prefix = LexicalPath(String(decoding: try await repository.prefix(), as: UTF8.self))
        repositories.append((folder, repository, prefix))
      }
      guard let found = repositories.first(where: { $0.folder == folder }) else { continue }
      let place = LexicalPath(rest, in: found.prefix)
      places.append(GitPath(place.parts.joined(separator: "/").utf8))
    }
    self.places = places
    guard let first = repositories.first else { throw CommandError.usage("no path is named") }
    repository = first.repository
    guard repositories.count > 1 else { return }
    let gitFolder = try await repository.gitFolder()
    for other in repositories.dropFirst() where try await other.repository.gitFolder() != gitFolder {
      throw CommandError.usage("\"\(other.folder)\" lies in another repository than \"\(first.folder)\"")
    }
  }

  /// The path itself or the nearest folder above it that is there, and the way from there.
  private static func nearestFolder(of path: String) -> (folder: String, rest: String) {
    let lexical = LexicalPath(path)
    if FileKind(behind: path) == .folder { return (path, "") }
    let folder = lexical.foldersAbove.first { FileKind(behind: $0.description) == .folder }
    guard let folder else { return (".", path) }
    return (folder.description, lexical.relative(to: folder) ?? path)
  }
}
