/// The files of a history at one commit, and how they were one commit earlier.
struct HistoryFiles: Sendable {
  private var blobs: [GitPath: GitObjectID]
  /// How many of them lie at or below each root.
  private var counts: [GitPath: Int] = [:]
  private let roots: HistoryRoots

  init(_ files: [GitFile], roots: HistoryRoots) {
    self.roots = roots
    blobs = [:]
    for file in files { insert(file) }
  }

  /// The files in the order of their paths.
  var sorted: [GitFile] {
    blobs.map { GitFile(path: $0.key, blob: $0.value) }
      .sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
  }

  /// Takes `changes` back, and says which roots came into being by them, with the files that were added there.
  mutating func undo(_ changes: [GitChange]) -> [HistoryOrigin] {
    let changed = changes.compactMap(\.after)
    for file in changed { remove(file) }
    for file in changes.compactMap(\.before) { insert(file) }
    let added = changes.filter { $0.before == nil }.compactMap { $0.after?.path }
    let born = roots.paths.filter { root in
      counts[root] == nil && added.contains { roots.owners(of: $0).contains(root) }
    }
    return born.map { root in
      HistoryOrigin(root: root, added: added.filter { roots.owners(of: $0).contains(root) })
    }
  }

  /// What differs between these files and those of the commit before, `renames` being what git takes for renamed.
  func changes(since before: HistoryFiles, renames: [GitChange]) -> [GitChange] {
    var names: [GitPath: GitPath] = [:]
    for case (let old?, let new?) in renames.map({ ($0.before?.path, $0.after?.path) }) where old != new {
      names[new] = old
    }
    var rest = before.blobs
    var changes: [GitChange] = []
    for file in sorted {
      let name = names[file.path] ?? file.path
      let old = rest.removeValue(forKey: name).map { GitFile(path: name, blob: $0) }
      if old != file { changes.append(GitChange(before: old, after: file)) }
    }
    let gone = HistoryFiles(rest.map { GitFile(path: $0.key, blob: $0.value) }, roots: before.roots).sorted
    return changes + gone.map { GitChange(before: $0, after: nil) }
  }

  private mutating func insert(_ file: GitFile) {
    guard blobs.updateValue(file.blob, forKey: file.path) == nil else { return }
    for root in roots.owners(of: file.path) { counts[root, default: 0] += 1 }
  }

  private mutating func remove(_ file: GitFile) {
    guard blobs.removeValue(forKey: file.path) != nil else { return }
    for root in roots.owners(of: file.path) {
      let left = counts[root, default: 1] - 1
      counts[root] = left == 0 ? nil : left
    }
  }
}
