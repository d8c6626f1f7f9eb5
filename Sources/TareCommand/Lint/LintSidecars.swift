import FoundationEssentials
import Tare

/// What stands beside the inputs of a run and lets findings in them be.
struct LintSidecars {
  /// What is let be, by the path of the input.
  private(set) var suppressions: [String: [Suppression]] = [:]
  /// Whether one could not be followed, which was said.
  private(set) var hasFailures = false

  /// Reads what stands beside `paths`, and says of what cannot be followed why.
  init(beside paths: [String]) {
    for path in paths {
      let sidecar = SuppressionSidecar.path(beside: path)
      guard FileManager.default.fileExists(atPath: sidecar) else { continue }
      do throws(CommandError) { suppressions[path] = try Self.read(sidecar) } catch {
        StandardError.line(error.message)
        hasFailures = true
      }
    }
  }

  private static func read(_ path: String) throws(CommandError) -> [Suppression] {
    let bytes = try InputFile.read(path).bytes
    do throws(SidecarError) { return try suppressions(bytes, path) } catch {
      throw .input("\(path):\(error.line)", error.reason)
    }
  }

  /// What the sidecar in `bytes` lets be, which messages call `path`.
  static func suppressions(_ bytes: [UInt8], _ path: String) throws(SidecarError) -> [Suppression] {
    try SuppressionSidecar(bytes).entries.map { entry in
      Suppression(
        rules: entry.rules, reason: entry.reason, until: entry.until, text: entry.text,
        content: entry.content, origin: "\(path):\(entry.line)")
    }
  }
}
