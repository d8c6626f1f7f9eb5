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
    var hash = FowlerNollVo()
    hash.add(path.utf8)
    hash.add(finding.code.utf8)
    hash.add(source.bytes(in: line).filter { !blanks.contains($0) })
    let occurrence = seen[hash.value, default: 0]
    seen[hash.value] = occurrence + 1
    hash.add("\(occurrence)".utf8)
    let hex = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}

/// FNV-1a in 64 bits (Fowler, Noll and Vo): small, and the same in every process, which Swift's own hashes are not.
private struct FowlerNollVo {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // No UTF-8 has this byte, so two fields never run into each other.
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}
