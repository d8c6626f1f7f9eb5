/// Numbers from 0 to 99, the same ones each time.
///
/// The generator is the linear congruential one of Numerical Recipes, x ← 1664525·x + 1013904223 mod 2³²; of each
/// number the upper 16 bits, modulo 100, are taken.
struct PercentileDraw {
  private var state: UInt32

  private init(seed: UInt32) { state = seed }

  /// Numbers that choose pauses.
  static let ofPauses = PercentileDraw(seed: 20_261_120)
  /// Numbers that grant hits; begun elsewhere, lest long pauses and misses fall together.
  static let ofHits = PercentileDraw(seed: 0x9E37_79B9)

  mutating func next() -> Int {
    state = state &* 1_664_525 &+ 1_013_904_223
    return Int(state >> 16) % 100
  }
}
