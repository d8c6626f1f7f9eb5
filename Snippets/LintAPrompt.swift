//! Finds what a prompt carries for nothing.

// snippet.hide
import Tare

let prompt = Array("Answer  in\u{2003}English.\n".utf8)

// snippet.show
let auditor = Auditor(RuleCatalogue.rules(), encoding: .o200kBase)
let audit = auditor.audit(path: "prompts/answerer.md", bytes: prompt)
for finding in audit.findings {
  print(finding.code, finding.name, finding.message, finding.tokens)
}
// snippet.hide
