internal import CTareICU

/// Which scalars a form leaves as they are whatever stands beside them: each is in its normal form, and nothing in
/// front of it joins it.
///
/// They are known by blocks of 64, since a block is what the bytes of a scalar but its last one name. ICU is asked
/// once for each form.
struct SettledBlocks: Sendable {
  /// How many blocks planes 0 and 1 have; scalars of other planes are left to ICU.
  static let count = 0x20000 / 64

  /// 1 for a block all of whose scalars are settled, else 0.
  let blocks: [UInt8]
  /// Bytes below this one belong to settled scalars; continuation bytes are below it too.
  let plainLimit: UInt8
  /// Whether capital letters change, so that ASCII is not settled as a whole.
  let foldsASCII: Bool

  private init(_ form: NormalForm) {
    var status: Int32 = 0
    var blocks = [UInt8](repeating: 0, count: Self.count)
    if let service = unsafe tare_icu_normalizer_open(form.code, &status) {
      unsafe blocks.withUnsafeMutableBufferPointer { buffer in
        // SAFETY: the shim writes as many bytes as it is told, which is the size of the buffer.
        unsafe tare_icu_settled_blocks(service, buffer.baseAddress, Int32(buffer.count))
      }
    }
    // A lead byte of two is 0xC0 and the number of its block, and blocks 0 and 1 are ASCII.
    let changing = blocks[2..<32].firstIndex(of: 0)
    plainLimit = 0xC0 + UInt8(changing ?? 32)
    foldsASCII = form == .nfkcCasefold
    self.blocks = blocks
  }

  static func of(_ form: NormalForm) -> SettledBlocks {
    switch form {
    case .nfc: nfc
    case .nfd: nfd
    case .nfkc: nfkc
    case .nfkcCasefold: nfkcCasefold
    }
  }

  private static let nfc = SettledBlocks(.nfc)
  private static let nfd = SettledBlocks(.nfd)
  private static let nfkc = SettledBlocks(.nfkc)
  private static let nfkcCasefold = SettledBlocks(.nfkcCasefold)
}
