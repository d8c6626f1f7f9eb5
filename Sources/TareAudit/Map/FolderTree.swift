/// Files by the folders in their paths. A folder that holds nothing but another one is one with it, as in `a/b`.
struct FolderTree {
  let root: TokenMap.Node

  private typealias Entry = (components: ArraySlice<Substring>, node: TokenMap.Node)

  init(_ files: [(path: String, node: TokenMap.Node)]) {
    let entries = files.map { path, node -> Entry in
      let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
      let isAbsolute = path.hasPrefix("/")
      return (isAbsolute && !parts.isEmpty ? ["/\(parts[0])"[...]] + parts.dropFirst() : parts[...], node)
    }
    let nodes = Self.nodes(entries)
    root = nodes.count == 1 ? nodes[0] : Self.folder("", nodes)
  }

  /// The entries of one folder, in the order in which they came.
  private static func nodes(_ entries: [Entry]) -> [TokenMap.Node] {
    var groups: [Substring: [Entry]] = [:]
    var nodes: [(name: Substring, node: TokenMap.Node?)] = []
    for entry in entries {
      guard let first = entry.components.first, entry.components.count > 1 else {
        nodes.append((entry.components.first ?? "", entry.node.named(String(entry.components.first ?? ""))))
        continue
      }
      if groups[first] == nil {
        nodes.append((first, nil))
      }
      groups[first, default: []].append((entry.components.dropFirst(), entry.node))
    }
    return nodes.map { name, node in node ?? folder(String(name), Self.nodes(groups[name] ?? [])) }
  }

  private static func folder(_ name: String, _ children: [TokenMap.Node]) -> TokenMap.Node {
    if children.count == 1, children[0].kind == .folder { return children[0].named("\(name)/\(children[0].name)") }
    return TokenMap.Node(
      .folder, name, tokens: children.reduce(LoadedTokens()) { $0 + $1.tokens },
      unsent: children.reduce(UnsentTokens()) { $0 + $1.unsent }, children: children)
  }
}

extension TokenMap.Node {
  fileprivate func named(_ name: String) -> TokenMap.Node {
    TokenMap.Node(kind, name, line: line, tokens: tokens, unsent: unsent, children: children)
  }
}
