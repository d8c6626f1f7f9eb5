import TareAudit
import TareJSON
import TarePricing
import TareText

extension PricedAudit {
  /// The findings in SARIF 2.1.0, for code scanning.
  ///
  /// - Parameter toolVersion: The version of the program that writes the report.
  public func sarif(toolVersion: String) -> String {
    let pages = usedPages
    var writer = JSONWriter(style: .indented)
    writer.object { log in
      log.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      log.member("version", "2.1.0")
      log.array("runs") { runs in
        runs.object { run in
          run.object("tool") { tool in
            tool.object("driver") { write(pages, toolVersion, to: &$0) }
          }
          run.array("invocations") { invocations in
            invocations.object { $0.member("executionSuccessful", !report.hasFailures) }
          }
          run.member("columnKind", "unicodeCodePoints")
          run.array("results") { write(results: &$0, pages) }
        }
      }
    }
    return writer.text + "\n"
  }

  /// The pages of the rules that found something, by code.
  private var usedPages: [RulePage] {
    let codes = Set(report.files.flatMap { $0.findings.map(\.code) })
    return report.pages.filter { codes.contains($0.code) }.sorted { $0.code < $1.code }
  }

  // MARK: The tool

  private func write(_ pages: [RulePage], _ version: String, to driver: inout JSONWriter) {
    driver.member("name", "tare")
    driver.member("version", version)
    driver.array("rules") { rules in
      for page in pages { rules.object { write(page, to: &$0) } }
    }
  }

  private func write(_ page: RulePage, to rule: inout JSONWriter) {
    rule.member("id", page.code)
    rule.member("name", page.name)
    rule.object("shortDescription") { $0.member("text", page.summary) }
    rule.object("fullDescription") { $0.member("text", page.rationale) }
    rule.object("defaultConfiguration") { $0.member("level", level(page.severity)) }
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .info: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  // MARK: Results

  private func write(results: inout JSONWriter, _ pages: [RulePage]) {
    for file in report.files {
      var fingerprints = FindingFingerprints(path: file.path)
      for finding in file.findings {
        let fingerprint = fingerprints.next(finding, in: file.source)
        results.object { result in
          write(finding, in: file, ruleIndex: pages.firstIndex { $0.code == finding.code }, to: &result)
          result.object("partialFingerprints") { $0.member("tareFinding/v1", fingerprint) }
          result.object("properties") {
            $0.member("tokens", finding.tokens)
            $0.member("tokensKind", finding.cost.kindName)
            // Per request, as exact decimal text: a number would be read as floating point.
            if let money = moneyPerRequest(finding, in: file) { $0.member("usd", money.decimalText) }
          }
        }
      }
    }
  }

  private func write(_ finding: Finding, in file: FileAudit, ruleIndex: Int?, to result: inout JSONWriter) {
    result.member("ruleId", finding.code)
    if let ruleIndex { result.member("ruleIndex", ruleIndex) }
    result.member("level", level(finding.severity))
    result.object("message") { $0.member("text", finding.message.description) }
    result.array("locations") { locations in
      locations.object { location in
        location.object("physicalLocation") { place in
          place.object("artifactLocation") { $0.member("uri", uri(of: file.path)) }
          guard file.showsSource(of: finding) else { return }
          var walk = LocationWalk(file.source)
          place.object("region") { write(finding.range, &walk, to: &$0) }
        }
      }
    }
    if let fix = finding.fix { result.array("fixes") { fixes in fixes.object { write(fix, in: file, to: &$0) } } }
  }

  private func write(_ fix: Fix, in file: FileAudit, to object: inout JSONWriter) {
    object.object("description") { $0.member("text", fix.message) }
    object.array("artifactChanges") { changes in
      changes.object { change in
        change.object("artifactLocation") { $0.member("uri", uri(of: file.path)) }
        change.array("replacements") { replacements in
          var walk = LocationWalk(file.source)
          for edit in fix.edits {
            replacements.object { replacement in
              replacement.object("deletedRegion") { write(edit.range, &walk, to: &$0) }
              replacement.object("insertedContent") {
                $0.member("text", String(decoding: edit.replacement, as: UTF8.self))
              }
            }
          }
        }
      }
    }
  }

  private func write(_ range: SourceRange, _ walk: inout LocationWalk, to region: inout JSONWriter) {
    let start = walk.location(of: range.start)
    let end = walk.location(of: range.end)
    region.member("startLine", start.line)
    region.member("startColumn", start.column)
    region.member("endLine", end.line)
    region.member("endColumn", end.column)
  }

  /// The path as a URI reference: bytes outside RFC 3986's unreserved set and the slash are escaped.
  private func uri(of path: String) -> String {
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      if kept.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + byte.hexadecimal
      }
    }
    return uri
  }
}
