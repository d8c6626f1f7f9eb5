import Tare

/// What git ignores in folders that are searched.
///
/// Read are the `.gitignore` of each folder from the root of the repository down, and its `info/exclude`; what one user
/// ignores everywhere is not, because the same command is to find the same files on every machine. Outside of a
/// repository, files from the working folder down are read.
final class GitIgnores {
  private let workingFolder: LexicalPath
  private var roots: [LexicalPath: LexicalPath?] = [:]
  private var files: [LexicalPath: [IgnoreFile]] = [:]

  init(workingFolder: LexicalPath) {
    self.workingFolder = workingFolder
  }

  /// Whether the file or folder at `path` is ignored, in a folder that is not.
  func ignores(_ path: LexicalPath, isFolder: Bool) -> Bool {
    let top = root(of: path.folder) ?? workingFolder
    guard path.relative(to: top) != nil else { return false }
    var verdict: IgnoreFile.Verdict?
    for folder in path.foldersAbove.reversed() where folder.parts.count >= top.parts.count {
      guard let relative = path.relative(to: folder) else { continue }
      for file in ignoreFiles(of: folder) { verdict = file.verdict(on: relative, isFolder: isFolder) ?? verdict }
    }
    return verdict == .ignored
  }

  /// The folder of the repository that `folder` lies in.
  private func root(of folder: LexicalPath) -> LexicalPath? {
    if let known = roots[folder] { return known }
    let isRoot = FileKind(behind: LexicalPath(".git", in: folder).description) != nil
    let root = isRoot ? folder : folder.parts.isEmpty ? nil : self.root(of: folder.folder)
    roots[folder] = .some(root)
    return root
  }

  /// The files of a folder, the weaker first.
  private func ignoreFiles(of folder: LexicalPath) -> [IgnoreFile] {
    if let known = files[folder] { return known }
    let exclude =
      root(of: folder) == folder ? commonFolder(of: folder).map { LexicalPath("info/exclude", in: $0) } : nil
    let paths = [exclude, LexicalPath(".gitignore", in: folder)].compactMap(\.self)
    let read = paths.compactMap { contents($0).map { IgnoreFile($0) } }
    files[folder] = read
    return read
  }

  /// Where a repository keeps what its work trees share: in a linked one, `.git` is a file that leads there.
  private func commonFolder(of root: LexicalPath) -> LexicalPath? {
    let git = LexicalPath(".git", in: root)
    guard let text = contents(git) else { return git }
    let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first ?? ""
    guard line.hasPrefix("gitdir: ") else { return nil }
    let own = LexicalPath(String(line.dropFirst(8)), in: root)
    let common = contents(LexicalPath("commondir", in: own)).map { String(decoding: $0, as: UTF8.self) }
    return common.map { LexicalPath(String($0.prefix { $0 != "\n" }), in: own) } ?? own
  }

  /// The bytes of a regular file; nothing may wait for a pipe.
  private func contents(_ path: LexicalPath) -> [UInt8]? {
    guard FileKind(behind: path.description) == .file else { return nil }
    return try? InputFile.read(path.description).bytes
  }
}
