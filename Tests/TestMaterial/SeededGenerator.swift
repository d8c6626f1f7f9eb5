/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator whose numbers depend on `seed` alone.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// Any scalar with equal chance: mostly unassigned ones, noncharacters among them.
  public mutating func scalar() -> Unicode.Scalar {
    while true {
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) { return scalar }
    }
  }

  /// Up to `limit` scalars: some of `favourites`, some of anything.
  public mutating func text(of favourites: [Unicode.Scalar], upTo limit: Int) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...limit, using: &self) {
      let usual = UInt8.random(in: 0..<8, using: &self) > 0
      scalars.append((usual ? favourites.randomElement(using: &self) : nil) ?? scalar())
    }
    return Array(String(scalars).utf8)
  }

  /// Any bytes at all.
  public mutating func bytes(count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
