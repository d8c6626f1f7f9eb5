import TareAudit
import TareText

extension PricedAudit {
  /// The findings as Checkstyle's XML, which many collectors read; files without findings are listed too.
  public var checkstyle: String {
    var markup = MarkupWriter()
    markup.raw(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    markup.block("checkstyle", [("version", "4.3")]) { root in
      for file in report.files {
        root.block("file", [("name", file.path)]) { element in
          for finding in file.findings { element.empty("error", attributes(finding, in: file)) }
        }
      }
    }
    return markup.text
  }

  private func attributes(_ finding: Finding, in file: FileAudit) -> [(String, String)] {
    let location = file.source.location(of: finding.range.start)
    return [
      ("line", "\(location.line)"), ("column", "\(location.column)"), ("severity", finding.severity.rawValue),
      ("message", "\(finding.message)\(costText(finding, in: file))"), ("source", "tare.\(finding.code)"),
    ]
  }
}
