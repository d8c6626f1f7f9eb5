import TareJSON
import TareText

extension SuppressionSidecar {
  /// The bytes of a sidecar with more entries behind those that are there, which stay as they were written.
  ///
  /// - Parameter bytes: The sidecar; empty for a new one.
  /// - Throws: ``SidecarError`` for a sidecar that cannot be followed, or is written in a way that nothing can be put
  ///   behind.
  public static func adding(
    _ rules: [(rules: [String], text: String?)], because reason: String?, to bytes: [UInt8]
  ) throws(SidecarError) -> [UInt8] {
    let old = bytes.isEmpty ? nil : try SuppressionSidecar(bytes)
    var text = String(decoding: bytes, as: UTF8.self)
    if old == nil { text = "ignore:\n" }
    if !text.hasSuffix("\n") { text += "\n" }
    let margin = old == nil ? "  " : margin(of: text)
    for entry in rules { text += written(entry.rules, reason, entry.text, margin) }
    let added = Array(text.utf8)
    // A list in brackets, or a key behind the list, would make something else of the new lines.
    guard let new = try? SuppressionSidecar(added), new.entries.count == (old?.entries.count ?? 0) + rules.count else {
      throw SidecarError(line: 1, reason: "is written in a way that nothing can be added to; write one entry a line")
    }
    return added
  }

  /// The blanks in front of the first entry.
  private static func margin(of text: String) -> String {
    let entry = text.split(separator: "\n").first { line in line.drop { $0 == " " }.hasPrefix("- ") }
    return String(entry?.prefix { $0 == " " } ?? "  ")
  }

  private static func written(_ rules: [String], _ reason: String?, _ text: String?, _ margin: String) -> String {
    var lines = ["\(margin)- rules: [\(rules.joined(separator: ", "))]"]
    if let text { lines.append("\(margin)  text: \(quoted(text))") }
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
