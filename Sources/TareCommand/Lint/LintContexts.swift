import FoundationEssentials
import Tare

/// What is known about the files of one run besides their bytes.
struct LintContexts: Sendable {
  private let base: LintBase?
  /// Which findings are reported.
  let scope: AuditContext.Scope
  /// What was let be in files beside the inputs, by the paths of these.
  let sidecars: [String: [Suppression]]
  /// What was let be outside of the inputs before, by the paths of these.
  let suppressionsBefore: [String: [Suppression]]
  /// What was found in several files together before, and is not new.
  var foundTogether: [String: [Baseline.Entry]] = [:]
  /// What is known already; `nil` without a baseline.
  let baseline: BaselineFile?
  /// Whether something that was to be known could not be read, which was said.
  let hasFailures: Bool
  /// The day on which waivers are looked at.
  let today: CalendarDate?

  /// Reads what `options` ask for about the files at `paths`, for which `configurations` hold.
  init(
    _ paths: [String], _ configurations: LintConfigurations, _ options: LintBaseOptions, _ known: LintBaselineOptions
  ) throws(CommandError) {
    base =
      if let ref = options.ref {
        try LintBase(
          of: paths + paths.map(SuppressionSidecar.path) + configurations.pathsAskedFor.sorted(), at: ref)
      } else { nil }
    suppressionsBefore = base?.suppressions(outside: paths, configurations) ?? [:]
    baseline = try BaselineFile(known)
    let beside = LintSidecars(beside: paths)
    scope = options.scope
    sidecars = beside.suppressions
    hasFailures = beside.hasFailures
    today = options.today ?? base?.day ?? Self.dayOfTheClock
    if known.writeBaseline || known.pruneBaseline, scope != .all {
      throw .usage("a baseline is kept up with all findings, not with --new-from-merge-base or --changed-lines")
    }
  }

  /// The day it is now, in UTC, so that it is the same on every machine.
  static var dayOfTheClock: CalendarDate? {
    CalendarDate(String(Date.now.ISO8601Format().prefix(10)))
  }

  /// Whether there is something to compare with.
  var hasBase: Bool { base != nil }

  /// What is known about the file at `path`.
  func context(of path: String) -> AuditContext {
    AuditContext(
      base: base?.files[path], scope: scope, suppressions: sidecars[path] ?? [],
      suppressionsBefore: suppressionsBefore[path] ?? [],
      known: (baseline?.known(of: path) ?? []) + (foundTogether[path] ?? []))
  }
}
