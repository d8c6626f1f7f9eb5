/// The name of a run of bytes, made from the bytes: the same message has the same handle in every call, so what was
/// dropped can be asked for again by it.
///
/// 64 bits of FNV-1a: two different messages of one archive of a million share a handle once in 30 million archives.
/// It tells messages apart, it does not protect against somebody who looks for two with the same handle.
public struct ContentHandle: Sendable, Hashable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The handle of `bytes`.
  public init(of bytes: ArraySlice<UInt8>) { combine(bytes) }

  init() {}

  mutating func combine(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }
}

extension ContentHandle: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
