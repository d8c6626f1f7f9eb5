internal import Tare

/// Fixing what was fixed changes nothing, and no fix adds a token.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  let auditor = Auditor(RuleCatalogue.rules(), encoding: .o200kBase)
  for path in ["prompt.md", "SKILL.md", "prompt.txt"] {
    checkFindings(auditor.audit(path: path, bytes: bytes), bytes)
    for safety in [FixSafety.safe, .unsafe] { checkFixes(auditor, path, bytes, safety) }
  }
  return 0
}

private func checkFindings(_ audit: FileAudit, _ bytes: [UInt8]) {
  for finding in audit.findings {
    precondition(finding.range.end <= audit.source.utf8.count, "a finding stands outside the text")
  }
}

private func checkFixes(_ auditor: Auditor, _ path: String, _ bytes: [UInt8], _ safety: FixSafety) {
  guard let fixed = auditor.fixed(path: path, bytes: bytes, upTo: safety) else { return }
  let tokenizer = Tokenizer(.o200kBase)
  precondition(tokenizer.count(fixed.after.utf8.span) <= tokenizer.count(bytes.span), "fixes add tokens")
  guard let again = auditor.fixed(path: path, bytes: fixed.after.utf8, upTo: safety) else {
    preconditionFailure("what was fixed cannot be read")
  }
  precondition(!again.hasChanges, "fixing what was fixed changes it")
}
