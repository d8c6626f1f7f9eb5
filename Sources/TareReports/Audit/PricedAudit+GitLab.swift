import TareAudit
import TareJSON
import TareText

extension PricedAudit {
  /// The findings as a GitLab Code Quality report: the part of Code Climate's format that merge requests show.
  ///
  /// docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. Each finding has a fingerprint of its own, for
  /// of two with the same one GitLab shows only the first.
  public var gitLab: String {
    var writer = JSONWriter(style: .indented)
    writer.array { array in
      for file in report.files {
        var fingerprints = FindingFingerprints(path: file.path)
        for finding in file.findings {
          let fingerprint = fingerprints.next(finding, in: file.source)
          array.object { write(finding, fingerprint, in: file, to: &$0) }
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ finding: Finding, _ fingerprint: String, in file: FileAudit, to object: inout JSONWriter) {
    object.member("description", shownName("\(finding.code) \(finding.message)\(costText(finding, in: file))"))
    object.member("check_name", "\(finding.code) \(finding.name)")
    object.member("fingerprint", fingerprint)
    object.member("severity", level(finding.severity))
    object.object("location") { location in
      location.member("path", relative(file.path))
      location.object("lines") {
        $0.member("begin", file.source.location(of: finding.range.start).line)
        $0.member("end", file.source.location(of: finding.range.end).line)
      }
    }
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .info: "info"
    case .warning: "minor"
    case .error: "major"
    }
  }

  /// GitLab knows files by their paths from the top of the repository, without a dot in front.
  private func relative(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}
