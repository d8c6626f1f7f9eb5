import TareText

/// The name of a run of bytes, made from the bytes: the same message has the same handle in every call, so what was
/// dropped can be asked for again by it.
///
/// 64 bits of FNV-1a: two different messages of one archive of a million share a handle once in 30 million archives.
/// It tells messages apart, it does not protect against somebody who looks for two with the same handle.
public struct ContentHandle: Sendable, Hashable {
  private var hash = FNV1a()

  /// The handle of `bytes`.
  public init(of bytes: ArraySlice<UInt8>) { combine(bytes) }

  init() {}

  mutating func combine(_ bytes: ArraySlice<UInt8>) { hash.combine(bytes.span) }

  /// How many digits a handle has.
  static let length = FNV1a.digits
}

extension ContentHandle: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String { hash.description }
}
