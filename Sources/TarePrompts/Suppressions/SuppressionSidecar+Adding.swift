import TareJSON
import TareText

extension SuppressionSidecar {
  /// What is to be let be.
  public struct Addition: Sendable, Hashable {
    /// The codes of the rules.
    public let rules: [String]
    /// Which lines are meant; `nil` for the whole file.
    public let lines: Lines?

    /// An addition.
    public init(rules: [String], lines: Lines? = nil) {
      self.rules = rules
      self.lines = lines
    }
  }

  /// By what lines are known.
  public enum Lines: Sendable, Hashable {
    /// Text that stands in them.
    case text(String)
    /// The hash of all they say, for lines that nobody is to read twice.
    case content(String)
  }

  /// The bytes of a sidecar with more entries behind those that are there, which stay as they were written.
  ///
  /// - Parameter bytes: The sidecar; empty for a new one.
  /// - Throws: ``SidecarError`` for a sidecar that cannot be followed, or is written in a way that nothing can be put
  ///   behind.
  public static func adding(
    _ additions: [Addition], because reason: String?, to bytes: [UInt8]
  ) throws(SidecarError) -> [UInt8] {
    let old = bytes.isEmpty ? nil : try SuppressionSidecar(bytes)
    var text = String(decoding: bytes, as: UTF8.self)
    if old == nil { text = "ignore:\n" }
    if !text.hasSuffix("\n") { text += "\n" }
    let margin = old == nil ? "  " : margin(of: text)
    for addition in additions { text += written(addition, reason, margin) }
    let added = Array(text.utf8)
    // A list in brackets, or a key behind the list, would make something else of the new lines.
    guard let new = try? SuppressionSidecar(added), new.entries.count == (old?.entries.count ?? 0) + additions.count
    else {
      throw SidecarError(line: 1, reason: "is written in a way that nothing can be added to; write one entry a line")
    }
    return added
  }

  /// The blanks in front of the first entry.
  private static func margin(of text: String) -> String {
    let entry = text.split(separator: "\n").first { line in line.drop { $0 == " " }.hasPrefix("- ") }
    return String(entry?.prefix { $0 == " " } ?? "  ")
  }

  private static func written(_ addition: Addition, _ reason: String?, _ margin: String) -> String {
    var lines = ["\(margin)- rules: [\(addition.rules.joined(separator: ", "))]"]
    switch addition.lines {
    case .text(let text): lines.append("\(margin)  text: \(quoted(text))")
    case .content(let hash): lines.append("\(margin)  content: \(quoted(hash))")
    case nil: break
    }
    if let reason { lines.append("\(margin)  reason: \(quoted(reason))") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A string of JSON is one of YAML, too.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.value(text)
    return writer.text
  }
}
