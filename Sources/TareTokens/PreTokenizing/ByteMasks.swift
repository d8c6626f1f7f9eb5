import CTareScan

/// Which of 64 bytes are ASCII of which kind: bit *i* of a mask stands for byte *i*.
typealias ByteMasks = tare_byte_masks

/// The instructions that find byte masks. All find the same; the widest that the processor has are the fastest.
enum ByteMaskTier: CaseIterable {
  /// 16 bytes at a time, in vector operations that every processor has.
  case portable
  case avx2
  case avx512

  /// The widest of this processor.
  static let widest: ByteMaskTier =
    switch tare_scan_widest_tier() {
    case TARE_SCAN_AVX512: .avx512
    case TARE_SCAN_AVX2: .avx2
    default: .portable
    }

  /// The tiers that this processor can run.
  static var available: [ByteMaskTier] {
    switch widest {
    case .portable: [.portable]
    case .avx2: [.portable, .avx2]
    case .avx512: [.portable, .avx2, .avx512]
    }
  }

  /// The masks of the 64 bytes at `bytes`.
  ///
  /// SAFETY: the caller vouches for 64 readable bytes, and that the tier is one of `available`.
  @unsafe @inline(__always)
  func masks(_ bytes: UnsafePointer<UInt8>) -> ByteMasks {
    var masks = ByteMasks()
    switch self {
    case .portable: unsafe masks = ByteMasks(portable: bytes)
    case .avx2: unsafe tare_byte_masks_avx2(bytes, &masks)
    case .avx512: unsafe tare_byte_masks_avx512(bytes, &masks)
    }
    return masks
  }
}
