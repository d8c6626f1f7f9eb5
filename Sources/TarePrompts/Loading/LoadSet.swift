/// Prompt files that are in one request together, so that what two of them say is paid for twice.
public struct LoadSet: Sendable, Hashable {
  /// The path of the file that brings the others in.
  public let root: String
  /// The paths of all of them, the root first, then in the order in which they are brought in.
  public let members: [String]
  /// When the set is loaded.
  public let loadClass: LoadClass
}

extension LoadSet {
  /// How many files one brings in through another before Claude Code stops; a circle ends by itself.
  private static let deepestImport = 5

  /// The sets of `documents`, in their order: for each file that no other one brings in, what it brings in, and what
  /// is loaded with every request beside it.
  ///
  /// A file for agents in a folder is loaded with those of the folders above it. What stands below `.claude`, `.cursor`
  /// or `.github` belongs to the folder that holds these, and no agent loads what is another's. A set of one file says nothing and is left out.
  ///
  /// - Complexity: O(*d* · *f* + *r*) in documents, folders above each of them, and references.
  public static func sets(of documents: [LoadFacts]) -> [LoadSet] {
    let places = Places(documents)
    let imported = Set(documents.flatMap { places.targets(of: $0) })
    let loaded = documents.filter { $0.loadRule.loadClass != .onDemand }
    let roots = loaded.filter { !imported.contains($0.path) }
    var sets = roots.compactMap { set(around: $0, places) }
    // Files that bring in each other have no root; the first of them is as good as any.
    var covered = Set(roots.map(\.path) + sets.flatMap(\.members))
    for document in loaded where !covered.contains(document.path) {
      guard let set = set(around: document, places) else { continue }
      covered.formUnion(set.members)
      sets.append(set)
    }
    return sets
  }

  /// The sets of documents that were read; see ``sets(of:)-([LoadFacts])``.
  public static func sets(of documents: [PromptDocument]) -> [LoadSet] {
    sets(of: documents.map { LoadFacts($0) } as [LoadFacts])
  }

  private static func set(around document: LoadFacts, _ places: Places) -> LoadSet? {
    var members = places.closure(of: document, depth: deepestImport)
    for path in places.alwaysOn(beside: document) where !members.contains(path) {
      members += places.closure(of: path, depth: deepestImport).filter { !members.contains($0) }
    }
    guard members.count > 1 else { return nil }
    return LoadSet(root: document.path, members: members, loadClass: document.loadRule.loadClass)
  }
}

/// Documents by path, and files for agents by the folder they hold for.
private struct Places {
  private var documents: [String: LoadFacts] = [:]
  private var alwaysOn: [String: [String]] = [:]

  init(_ all: [LoadFacts]) {
    for document in all {
      documents[document.path] = document
      if !document.agents.isEmpty, document.loadRule.loadClass == .always {
        alwaysOn[document.scope, default: []].append(document.path)
      }
    }
  }

  /// The files that are brought in by the document itself, where they are among the documents.
  func targets(of document: LoadFacts) -> [String] {
    document.references.compactMap { reference in
      candidates(reference, from: document.path).first { documents[$0] != nil && $0 != document.path }
    }
  }

  /// A document and what it brings in, each once.
  func closure(of path: String, depth: Int) -> [String] {
    documents[path].map { closure(of: $0, depth: depth) } ?? []
  }

  func closure(of document: LoadFacts, depth: Int) -> [String] {
    var members = [document.path]
    var known = Set(members)
    var frontier = [document]
    for _ in 0..<depth where !frontier.isEmpty {
      let next = frontier.flatMap { targets(of: $0) }.filter { known.insert($0).inserted }
      members += next
      frontier = next.compactMap { documents[$0] }
    }
    return members
  }

  /// The files that agents load with every request in which this one is loaded.
  func alwaysOn(beside document: LoadFacts) -> [String] {
    let agents = document.agents
    guard !agents.isEmpty else { return [] }
    var paths: [String] = []
    var folder = document.scope
    while true {
      paths = (alwaysOn[folder] ?? []) + paths
      guard !folder.isEmpty, folder != "/" else {
        return paths.filter { $0 != document.path && areLoaded($0, by: agents) }
      }
      folder = Self.folder(of: folder)
    }
  }

  private func areLoaded(_ path: String, by agents: AgentProducts) -> Bool {
    documents[path].map { !$0.agents.isDisjoint(with: agents) } ?? false
  }

  // MARK: Paths

  /// The paths a reference may mean: beside the file or below where the program runs, as partials and includes with
  /// the endings they are written without.
  private func candidates(_ reference: PromptReference, from path: String) -> [String] {
    let folder = Self.folder(of: path)
    let near = Self.resolved(reference.target, in: folder)
    switch reference.kind {
    case .import, .file: return [near, Self.resolved(reference.target, in: "")]
    case .include: return [near] + Self.ancestors(of: folder).map { Self.resolved(reference.target, in: $0) }
    case .partial:
      let base = Self.folder(of: near)
      let name = String(near.dropFirst(base.isEmpty ? 0 : base.count + 1))
      let prefix = base.isEmpty ? "" : base + "/"
      return ["_\(name).prompt", "\(name).prompt", "\(name).mustache", "\(name).hbs", "\(name).handlebars"].map {
        prefix + $0
      }
    }
  }

  private static func ancestors(of folder: String) -> [String] {
    var folders: [String] = []
    var current = folder
    while !current.isEmpty, current != "/" {
      current = self.folder(of: current)
      folders.append(current)
    }
    return folders
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// `target` beside what lies in `folder`, without `.` and `..`.
  private static func resolved(_ target: String, in folder: String) -> String {
    var parts: [Substring] = folder.isEmpty || target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let isAbsolute = target.hasPrefix("/") || folder.hasPrefix("/")
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}
