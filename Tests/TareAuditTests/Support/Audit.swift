import TareAudit
import TareModels
import TarePrompts
import TareText
import TareTokens

/// What all rules find in a prompt; with settings under which each of them can speak.
func audit(
  _ prompt: String, path: String = "prompt.md", base: String? = nil, select: [String] = [],
  settings: AuditSettings = AuditSettings(), others: [RulePage.Example.Other] = []
) throws -> FileAudit {
  let auditor = try auditor(select, settings)
  let file = auditor.audit(path: path, bytes: Array(prompt.utf8), base: base.map { Array($0.utf8) })
  let beside = others.map { auditor.audit(path: $0.path, bytes: Array($0.prompt.utf8)) }
  let together = LoadSetAuditor(try RuleSelection(select: select, ignore: []), settings).audits(beside + [file])
  return together.last ?? file
}

/// The prompt after its fixes.
func fixed(
  _ prompt: String, path: String = "prompt.md", upTo safety: FixSafety = .safe, select: [String] = [],
  settings: AuditSettings = AuditSettings()
) throws -> Exactly? {
  try auditor(select, settings).fixed(path: path, bytes: Array(prompt.utf8), upTo: safety).map {
    Exactly($0.after.string)
  }
}

/// A text that equals another only to the byte; two strings are equal already when they are canonically equivalent.
struct Exactly: Equatable, CustomStringConvertible {
  let description: String

  init(_ text: String) {
    description = text
  }

  static func == (left: Exactly, right: Exactly) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }
}

/// An auditor whose fixes must hold in every built-in encoding.
func auditor(_ select: [String], _ settings: AuditSettings) throws -> Auditor {
  let rules = RuleCatalogue.rules(try RuleSelection(select: select, ignore: []), settings)
  return Auditor(rules, counting: ModelTokenizer(.o200kBase), others: Encoding.inUse, sketches: true)
}

extension FileAudit {
  /// Place and code of each finding, such as `3:1 FMT001`.
  var places: [String] { findings.map { "\(source.location(of: $0.range.start)) \($0.code)" } }

  /// Each finding as a specification shows it.
  var lines: [String] {
    findings.map { finding in
      let mark = finding.fix.map { $0.safety == .safe ? "[*] " : "[unsafe] " } ?? ""
      let tokens = finding.tokens > 0 ? " (\(finding.tokens))" : ""
      return "\(source.location(of: finding.range.start)) \(finding.code) \(mark)\(finding.message)\(tokens)"
    }
  }
}
