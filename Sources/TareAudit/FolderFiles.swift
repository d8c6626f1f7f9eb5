/// The files that lie beside a prompt, as far as somebody looked.
public struct FolderFiles: Sendable, Hashable {
  /// The paths under the last part of each, without marks and endings that templates leave out.
  private let paths: [String: [String]]
  private let folders: Set<String>

  /// All files in some folders.
  ///
  /// - Complexity: O(*n* log *n*) in paths.
  public init(_ paths: [String]) {
    var named: [String: [String]] = [:]
    for path in paths.sorted() { named[Self.stem(path), default: []].append(path) }
    self.paths = named
    folders = Set(paths.map(Self.folder))
  }

  /// Whether the folder of the file at `path` was looked at.
  func know(folderOf path: String) -> Bool { folders.contains(Self.folder(path)) }

  /// Whether a file is what `target` may mean: one of that name in any folder, with or without an ending, with or
  /// without the `_` that marks a partial. Where engines look for files, settings of theirs say, so any place will do.
  func mayHold(_ target: String) -> Bool { paths[Self.stem(target)] != nil }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.drop { $0 == "_" }.prefix { $0 != "." })
  }
}
