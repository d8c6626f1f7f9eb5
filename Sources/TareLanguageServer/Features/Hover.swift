import TareAudit
import TareJSON
import TarePrompts
import TareReports
import TareText

extension LanguageServer {
  /// The answer to `textDocument/hover`: what is found there, and what the section costs that it stands in.
  mutating func hover(_ parameters: JSONValue?) throws(ResponseError) -> (inout JSONWriter) -> Void {
    let document = try document(parameters)
    guard let offset = client.encoding.offset(parameters?["position"], in: document.source) else {
      throw .invalidParameters("the request has no position")
    }
    guard let inspection = inspection(of: document.uri), !inspection.audit.isFailure else { return { $0.null() } }
    let found = inspection.audit.findings.filter {
      $0.range.start <= offset && offset < max($0.range.end, $0.range.start + 1)
    }
    let weight = inspection.weight(at: offset, path: document.path)
    let text = (found.map { inspection.text(about: $0, inMarkdown: client.showsMarkdown) } + [weight.text]).joined(
      separator: "\n\n")
    let encoding = client.encoding
    let kind = client.showsMarkdown ? "markdown" : "plaintext"
    return { writer in
      writer.object { object in
        object.object("contents") {
          $0.member("kind", kind)
          $0.member("value", text)
        }
        encoding.write(found.first?.range ?? weight.range, in: document.source, "range", to: &object)
      }
    }
  }
}

extension Inspection {
  fileprivate func text(about finding: Finding, inMarkdown: Bool) -> String {
    let page = report.report.pages.first { $0.code == finding.code }
    let rule = "\(finding.code) \(finding.name)"
    let sentence = "\(inMarkdown ? "**\(rule)**" : rule): \(report.sentence(about: finding, in: audit))"
    return [sentence, page?.rationale].compactMap(\.self).joined(separator: "\n\n")
  }

  /// What the innermost section around `offset` weighs, or the whole file outside of sections.
  fileprivate func weight(at offset: Int, path: String) -> (text: String, range: SourceRange) {
    let whole = "\(shownName(path)): \(report.weight(of: audit.ledger.sent, in: audit))"
    guard let document = try? PromptDocument(path: path, bytes: audit.source.utf8),
      let section = document.sections(around: audit.source.lineIndex(at: offset)).first
    else { return (whole, SourceRange(offset, offset)) }
    let last = document.lines[max(section.lines.lowerBound, section.lines.upperBound - 1)]
    let heading = document.lines[section.lines.lowerBound].range
    let tokens = auditor.tokens(of: document).count(in: SourceRange(heading.start, last.range.end))
    let share = audit.ledger.sent > 0 ? " (\(tokens * 100 / audit.ledger.sent)% of the file)" : ""
    return ("Section \"\(section.title)\": \(report.weight(of: tokens, in: audit))\(share)\n\n\(whole)", heading)
  }
}
