/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Any scalar with equal chance: mostly unassigned ones, noncharacters among them.
  mutating func scalar() -> Unicode.Scalar {
    while true {
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) { return scalar }
    }
  }

  /// Up to `limit` scalars: some of `favourites`, some of anything.
  mutating func text(of favourites: [Unicode.Scalar], upTo limit: Int) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...limit, using: &self) {
      let usual = UInt8.random(in: 0..<8, using: &self) > 0
      scalars.append((usual ? favourites.randomElement(using: &self) : nil) ?? scalar())
    }
    return Array(String(scalars).utf8)
  }
}
