import Tare

/// Looks at a file of settings as somebody writes it.
struct SettingCheck: Sendable {
  private let path: String
  private let isSidecar: Bool

  /// A check of the file at `path`; `nil` where its name is none of settings.
  init?(_ path: String) {
    let name = LexicalPath(path).name
    isSidecar = name != ConfigurationFiles.name
    guard !isSidecar || name.hasSuffix("." + ConfigurationFiles.name) else { return nil }
    self.path = path
  }

  /// The first thing that is wrong with `bytes`; `nil` where they can be used.
  func problem(in bytes: [UInt8]) -> SettingProblem? {
    isSidecar ? sidecarProblem(bytes) : LintConfigurations.error(in: bytes, at: path).map(shown)
  }

  private func sidecarProblem(_ bytes: [UInt8]) -> SettingProblem? {
    do throws(SidecarError) {
      _ = try SuppressionSidecar(bytes)
      return nil
    } catch {
      return SettingProblem(at: SourceLocation(line: error.line, column: 1), error.reason)
    }
  }

  /// What is wrong in a file that this one extends is shown here without a line.
  private func shown(_ error: ConfigurationError) -> SettingProblem {
    error.place.file == path
      ? SettingProblem(at: error.place.location, error.reason) : SettingProblem(at: nil, error.description)
  }
}
