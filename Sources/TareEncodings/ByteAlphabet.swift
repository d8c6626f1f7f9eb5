/// The characters that GPT-2's vocabularies write bytes as: printable ones stand for themselves, the others for the
/// characters from U+0100 on, in order.
enum ByteAlphabet {
  /// The byte of each scalar value below 324; -1 where there is none.
  private static let bytes: [Int16] = {
    var bytes = [Int16](repeating: -1, count: 324)
    var next = 256
    for byte in 0..<256 {
      let isPrintable = (0x21...0x7E).contains(byte) || (0xA1...0xAC).contains(byte) || (0xAE...0xFF).contains(byte)
      bytes[isPrintable ? byte : next] = Int16(byte)
      if !isPrintable { next += 1 }
    }
    return bytes
  }()

  /// The bytes that a token is written for; `nil` when some character stands for none.
  static func bytes(of token: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(token.count)
    for scalar in String(decoding: token, as: UTF8.self).unicodeScalars {
      guard scalar.value < 324, bytes[Int(scalar.value)] >= 0 else { return nil }
      result.append(UInt8(bytes[Int(scalar.value)]))
    }
    return result
  }
}
