/// FNV-1a in 64 bits (Fowler, Noll and Vo): small, and the same in every process, which Swift's own hashes are not.
///
/// It tells texts apart; it does not protect against somebody who looks for two with the same hash.
package struct FNV1a: Sendable, Hashable {
  /// The hash of all that was combined so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing.
  package init() {}

  /// The hash of all before and then `bytes`.
  ///
  /// - Complexity: O(*n*), one multiplication a byte.
  package mutating func combine(_ bytes: Span<UInt8>) {
    for index in bytes.indices { combine(bytes[index]) }
  }

  /// The hash of all before and then `byte`.
  package mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}

extension FNV1a: CustomStringConvertible {
  /// How many digits ``description`` has, whatever the value.
  package static let digits = 16

  /// Sixteen hexadecimal digits in lower case.
  package var description: String {
    let hex = String(value, radix: 16)
    return String(repeating: "0", count: Self.digits - hex.utf8.count) + hex
  }
}
