import TareAudit
import TareText

/// Names for findings that stay the same when lines above them come and go.
///
/// A name is a hash of the path, the rule, the text of the line, and how many findings with the same three came before.
struct FindingFingerprints {
  private let path: String
  private var seen: [UInt64: Int] = [:]

  init(path: String) {
    self.path = path
  }

  /// The fingerprint of the next finding of the file, 16 hexadecimal digits.
  mutating func next(_ finding: Finding, in source: SourceText) -> String {
    let line = source.lineContentRange(source.lineIndex(at: finding.range.start))
    let blanks: Set<UInt8> = [0x20, 0x09]
    var hash = FNV1a()
    hash.combine(field: Array(path.utf8))
    hash.combine(field: Array(finding.code.utf8))
    hash.combine(field: source.bytes(in: line).filter { !blanks.contains($0) })
    let occurrence = seen[hash.value, default: 0]
    seen[hash.value] = occurrence + 1
    hash.combine(field: Array("\(occurrence)".utf8))
    return hash.description
  }
}

extension FNV1a {
  fileprivate mutating func combine(field: [UInt8]) {
    combine(field.span)
    // No UTF-8 has this byte, so two fields never run into each other.
    combine(0xFF)
  }
}
