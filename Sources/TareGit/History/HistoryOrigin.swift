/// Where the files of a root were before the commit that brought them there.
struct HistoryOrigin {
  let root: GitPath
  /// The files that the commit added at or below the root.
  let added: [GitPath]

  /// More files than this are not followed one by one.
  private static let fileLimit = 500

  /// The paths to follow instead of the root, given the renames of the commit; `nil` where it began there.
  func paths(in renames: [GitChange]) -> [GitPath]? {
    let sources = sources(in: renames)
    guard sources.count * 2 > added.count else { return nil }
    let files = sources.map(\.before)
    if let folder = commonFolder(of: sources) { return folder.isText ? [folder] : nil }
    return files.count <= Self.fileLimit && files.allSatisfy(\.isText) ? files : nil
  }

  private typealias Source = (before: GitPath, after: GitPath)

  /// What the added files were renamed from.
  private func sources(in renames: [GitChange]) -> [Source] {
    let wanted = Set(added)
    return renames.compactMap { change in
      guard let before = change.before?.path, let after = change.after?.path, before != after else { return nil }
      return wanted.contains(after) ? (before, after) : nil
    }
  }

  /// The folder in which more than half of the added files had the places that they have below the root.
  private func commonFolder(of sources: [Source]) -> GitPath? {
    var counts: [GitPath: Int] = [:]
    for source in sources {
      // A root that is a file was one: what it was renamed from is no folder.
      let place = source.after.bytes.dropFirst(root.bytes.count)
      guard !place.isEmpty, source.before.bytes.reversed().starts(with: place.reversed()) else { continue }
      counts[GitPath(source.before.bytes.dropLast(place.count)), default: 0] += 1
    }
    return counts.first { $0.value * 2 > added.count }?.key
  }
}

extension GitPath {
  /// Whether git can be asked for it: what is no text cannot be an argument.
  fileprivate var isText: Bool { !bytes.isEmpty && String(validating: bytes, as: UTF8.self) != nil }
}
