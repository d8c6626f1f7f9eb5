public import TareText
import TareYAML

/// A file that lets findings be in another one that has no place for comments, such as a payload in JSON.
///
/// ```yaml
/// # requests.jsonl.tare.yaml, beside requests.jsonl
/// ignore:
///   - rules: [DUP001, FMT005]
///     reason: recorded traffic, kept as it was
///   - rules: SEC001
///     text: sk-example
///     until: 2027-01-31
///   - rules: SEC001
///     content: 85944171f73967e8
/// ```
public struct SuppressionSidecar: Sendable, Hashable {
  /// One thing that is let be.
  public struct Entry: Sendable, Hashable {
    /// Codes and names of rules.
    public let rules: [String]
    /// Why.
    public let reason: String?
    /// The last day on which it holds.
    public let until: CalendarDate?
    /// Text of which every line that holds it is meant; `nil` for the whole file.
    public let text: String?
    /// Sixteen hexadecimal digits by which lines are known instead, so that they need not be said.
    public let content: String?
    /// Where it stands in the sidecar, from 1.
    public let line: Int
  }

  /// What is let be, in the order of the file.
  public let entries: [Entry]

  /// The name of the file that stands beside `path`.
  public static func path(beside path: String) -> String { path + ".tare.yaml" }

  /// Reads a sidecar.
  ///
  /// - Throws: ``SidecarError`` for what is no YAML, a key nobody knows, and an entry without rules.
  public init(_ bytes: [UInt8]) throws(SidecarError) {
    let root: YAMLNode?
    do { root = try YAMLNode.parse(bytes) } catch {
      throw SidecarError(line: (error.line ?? 0) + 1, reason: "not YAML: \(error.reason)")
    }
    if let key = root?.pairs.first(where: { $0.key.scalar != "ignore" })?.key { throw .unknown(key, ["ignore"]) }
    guard let list = root?["ignore"] else { throw SidecarError(line: 1, reason: "has no list \"ignore\"") }
    var entries: [Entry] = []
    for item in list.items { entries.append(try Entry(item)) }
    self.entries = entries
  }
}

/// Why a sidecar cannot be followed.
public struct SidecarError: Error, Sendable, Hashable {
  /// Where, from 1.
  public let line: Int
  /// What is wrong, in one sentence.
  public let reason: String

  fileprivate static func unknown(_ key: YAMLNode, _ known: [String]) -> SidecarError {
    let name = key.scalar ?? ""
    let hint = nearestName(to: name, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return SidecarError(line: key.line + 1, reason: "unknown key \"\(name)\"\(hint)")
  }
}

extension SidecarError: CustomStringConvertible {
  /// The line and the reason.
  public var description: String { "line \(line): \(reason)" }
}

extension SuppressionSidecar.Entry {
  private static let keys = ["rules", "reason", "until", "text", "content"]

  fileprivate init(_ node: YAMLNode) throws(SidecarError) {
    if let key = node.pairs.first(where: { !Self.keys.contains($0.key.scalar ?? "") })?.key {
      throw .unknown(key, Self.keys)
    }
    line = node.line + 1
    rules = node["rules"].map { $0.scalar.map { [$0] } ?? $0.items.compactMap(\.scalar) } ?? []
    reason = node["reason"]?.scalar
    text = node["text"]?.scalar
    content = node["content"]?.scalar
    until = node["until"]?.scalar.flatMap { CalendarDate($0) }
    guard !rules.isEmpty else { throw SidecarError(line: line, reason: "names no \"rules\"; ALL would mean every one") }
    if let date = node["until"], until == nil {
      throw SidecarError(line: date.line + 1, reason: "\"until\" is no date such as 2027-01-31")
    }
    guard let hash = node["content"], content?.isHash != true || text != nil else { return }
    throw SidecarError(
      line: hash.line + 1, reason: "\"content\" takes the place of \"text\" and has sixteen hexadecimal digits")
  }
}

extension String {
  /// Whether it is what --add-ignore writes for a line.
  fileprivate var isHash: Bool {
    utf8.count == 16
      && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
  }
}
