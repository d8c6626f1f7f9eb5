import TareAudit
import TareJSON

extension PricedAudit {
  /// The findings as one JSON array. Rows and columns count from 1, columns in Unicode scalars; offsets count from 0.
  /// `usd` is per request.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.array { array in
      for file in report.files where !file.findings.isEmpty {
        var findings = FindingJSON(file, of: self)
        for finding in file.findings { array.object { findings.write(finding, to: &$0) } }
      }
    }
    return writer.text + "\n"
  }

  /// The same objects, one on each line.
  public var jsonLines: String {
    var lines = ""
    for file in report.files where !file.findings.isEmpty {
      var findings = FindingJSON(file, of: self)
      for finding in file.findings {
        var writer = JSONWriter()
        writer.object { findings.write(finding, to: &$0) }
        lines += writer.text + "\n"
      }
    }
    return lines
  }
}
