import Tare

extension LintBase {
  /// What was let be outside of the files at `paths`: beside them, and in the settings that hold for them.
  ///
  /// What could not be followed then let nothing be.
  func suppressions(outside paths: [String], _ configurations: LintConfigurations) -> [String: [Suppression]] {
    let before = configurations.reading(files)
    let found = paths.map { path in
      (path, suppressions(beside: path) + (before?.suppressions(in: path) ?? []))
    }
    return Dictionary(found) { first, _ in first }
  }

  private func suppressions(beside path: String) -> [Suppression] {
    let sidecar = SuppressionSidecar.path(beside: path)
    return files[sidecar].flatMap { try? LintSidecars.suppressions($0, sidecar) } ?? []
  }
}

extension LintConfigurations {
  /// What settings let be in the file at `path`.
  fileprivate func suppressions(in path: String) -> [Suppression] {
    configuration(for: path)?.settings(for: absolute(path)).suppressions ?? []
  }
}
