import TareText

/// Runs of characters in a line that are data and no words.
///
/// Of random base64 five eighths are letters of either case in equal parts and one in six is a digit; of random
/// hexadecimal five eighths are digits. Identifiers and paths are far from both.
struct OpaqueRuns {
  let found: [SourceRange]

  /// The fewest characters of a run: one line of wrapped base64 has 64 or 76.
  private static let leastLength = 60

  init(_ text: ArraySlice<UInt8>) {
    var found: [SourceRange] = []
    var index = text.startIndex
    while index < text.endIndex {
      let run = text[index...].prefix { $0.isASCIIAlphanumeric || "+/=-_".utf8.contains($0) }
      if run.count >= Self.leastLength, Self.isOpaque(run) {
        found.append(SourceRange(run.startIndex, run.endIndex))
      }
      index = max(run.endIndex, index) + 1
    }
    self.found = found
  }

  /// Whether `run` is as long as SHA-256, SHA-384 and SHA-512 are, in hexadecimal digits or as browsers ask for it.
  static func isHash(_ run: ArraySlice<UInt8>) -> Bool {
    if run.allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }) {
      return [64, 96, 128].contains(run.count)
    }
    let names = ["sha256-": 44, "sha384-": 64, "sha512-": 88]
    return names.contains { name, length in
      run.starts(with: name.utf8) && (length - 2...length).contains(run.count - name.utf8.count)
    }
  }

  private static func isOpaque(_ run: ArraySlice<UInt8>) -> Bool {
    let digits = run.count(where: \.isASCIIDigit)
    let upper = run.count { (0x41...0x5A).contains($0) }
    let lower = run.count { (0x61...0x7A).contains($0) }
    // In base64 each mark is one of 64; paths and identifiers have more of them.
    let joints = max(run.count { $0 == UInt8(ascii: "/") }, run.count { $0 == UInt8(ascii: "-") })
    if joints * 16 > run.count || run.count(where: { $0 == UInt8(ascii: "_") }) * 16 > run.count { return false }
    let isHexadecimal = run.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
    if isHexadecimal { return digits * 10 >= run.count * 3 && (upper + lower) * 10 >= run.count }
    let isMixed = min(upper, lower) * 6 >= run.count && digits * 25 >= run.count
    return isMixed && changes(run) * 4 >= run.count
  }

  /// How often a letter or digit stands beside one of another kind; in words case seldom changes.
  private static func changes(_ run: ArraySlice<UInt8>) -> Int {
    zip(run, run.dropFirst()).count { kind($0) != kind($1) }
  }

  private static func kind(_ byte: UInt8) -> Int {
    switch byte {
    case 0x30...0x39: 0
    case 0x41...0x5A: 1
    case 0x61...0x7A: 2
    default: 3
    }
  }
}
