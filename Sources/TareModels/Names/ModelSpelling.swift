/// What stands around a model's name in the ids that providers and gateways have for it.
///
/// ```
/// openrouter/openai/gpt-4o-2024-08-06     us.anthropic.claude-3-5-sonnet-20241022-v2:0
/// ──────────────────                      ───────────                     ────────────
/// routes            name      version     region, vendor     name         version
/// ```
struct ModelSpelling: Sendable {
  /// What may stand before a slash.
  let routes: Set<String>
  /// What may stand first in an id of Bedrock, before a full stop.
  let regions: Set<String>
  /// What may stand before the name in an id of Bedrock, before a full stop.
  let vendors: Set<String>

  /// The name of the model in `id`, in lower case; `nil` where something stands before a slash that is no known route.
  func name(in id: String) -> String? {
    let parts = id.lowercased().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, !last.isEmpty, parts.dropLast().allSatisfy(routes.contains) else { return nil }
    return withoutVendor(last)
  }

  private func withoutVendor(_ name: String) -> String {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 2, regions.contains(parts[0]), vendors.contains(parts[1]) { parts.removeFirst() }
    if parts.count > 1, vendors.contains(parts[0]) { parts.removeFirst() }
    return parts.joined(separator: ".")
  }

  /// The name without what tells one version of the model from another, in this order from the end: `:0`,
  /// `@20250929`, `-v2`, `-latest`, `-20241022` or `-2024-08-06`.
  func withoutVersion(_ name: String) -> String {
    var name = Substring(name)
    if let mark = name.firstIndex(where: { $0 == ":" || $0 == "@" }), mark > name.startIndex, !name.hasPrefix("ft:") {
      name = name[..<mark]
    }
    if let mark = name.lastIndex(of: "-"), isRevision(name[mark...].dropFirst()) { name = name[..<mark] }
    return String(withoutDate(name))
  }

  private func isRevision(_ text: Substring) -> Bool {
    text == "latest" || (text.first == "v" && text.count > 1 && text.dropFirst().utf8.allSatisfy(isDigit))
  }

  private func withoutDate(_ name: Substring) -> Substring {
    for pattern in ["-dddd-dd-dd", "-dddddddd"] {
      let end = name.utf8.suffix(pattern.utf8.count)
      guard end.count == pattern.utf8.count, end.count < name.utf8.count else { continue }
      let fits = zip(end, pattern.utf8).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "d") ? isDigit(byte) : byte == wanted
      }
      if fits { return Substring(name.utf8.dropLast(end.count)) }
    }
    return name
  }
}
