/// What bytes that should be UTF-8 text seem to be instead, by how they begin.
public enum OtherContents: Sendable, Hashable {
  /// UTF-16 without a byte order mark: of each pair of bytes one is nearly always zero.
  case utf16
  /// No text: a zero byte stands in it.
  case binary

  /// Looks at the first ``sample`` bytes; `nil` where nothing speaks against text.
  ///
  /// UTF-16 of Latin letters is valid UTF-8 with a zero behind each letter, so that no check of UTF-8 finds it.
  public init?(beginning bytes: ArraySlice<UInt8>) {
    let sample = bytes.prefix(Self.sample)
    guard sample.contains(0) else { return nil }
    let pairs = sample.count / 2
    let odd = sample.indices.count { sample[$0] == 0 && ($0 - sample.startIndex) % 2 == 1 }
    let even = sample.count { $0 == 0 } - odd
    let isOneSided = max(odd, even) * 10 >= pairs * 7 && min(odd, even) * 10 <= pairs
    self = pairs >= 4 && isOneSided ? .utf16 : .binary
  }

  /// How many bytes are looked at.
  public static let sample = 8_000
}

extension OtherContents: CustomStringConvertible {
  /// What it seems to be, and for text what to do.
  public var description: String {
    switch self {
    case .utf16: "UTF-16 without a byte order mark, it seems: every second byte is 0; convert it to UTF-8"
    case .binary: "a binary file, it seems"
    }
  }
}
