/// The files and folders whose history is walked, by the names they have where the walk is.
struct HistoryRoots: Sendable, Hashable {
  private(set) var paths: [GitPath] = []
  private var known: Set<GitPath> = []

  init(_ paths: some Sequence<GitPath>) {
    for path in paths where known.insert(path).inserted { self.paths.append(path) }
  }

  /// The roots in git's notation, each meaning itself wherever git is called.
  var pathspecs: [String] { paths.map { $0.bytes.isEmpty ? ":/" : ":(top,literal)" + $0.text } }

  /// Whether `path` is itself a root.
  func names(_ path: GitPath) -> Bool { known.contains(path) }

  /// The roots that `path` is or lies below.
  func owners(of path: GitPath) -> [GitPath] {
    let slashes = path.bytes.indices.filter { path.bytes[$0] == UInt8(ascii: "/") }
    let above = ([0] + slashes).map { GitPath(path.bytes[..<$0]) } + [path]
    return above.filter(known.contains)
  }

  /// The roots with others in the place of one.
  func replacing(_ root: GitPath, with others: [GitPath]) -> HistoryRoots {
    HistoryRoots(paths.flatMap { $0 == root ? others : [$0] })
  }
}
