/// A path in a repository: bytes without NUL, which need not be text.
public struct GitPath: Sendable, Hashable {
  /// The path as git has it, from the top of the repository.
  public let bytes: [UInt8]

  /// A path of those bytes.
  public init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The path as text; where it is not UTF-8, in git's own quoted form, such as `"caf\351.md"`.
  public var text: String { String(validating: bytes, as: UTF8.self) ?? quoted }

  private var quoted: String {
    var text = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\""
      case UInt8(ascii: "\\"): text += "\\\\"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\" + octal(byte)
      }
    }
    return text + "\""
  }

  private func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
