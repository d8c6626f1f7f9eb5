import TestMaterial
import TareRanking

/// Pools of short passages of our own, for tests.
enum Pools {
  static let office = [
    "Opening hours: the library is open from nine to six on weekdays and closed on public holidays.",
    "Borrowed books must be returned within four weeks; a fee of twenty cents is charged for each day after that.",
    "The reading room has forty seats, six of them with a lamp and a power socket.",
    "Members can borrow up to ten books at once. Films and games count as books.",
    "The library's café serves coffee, tea and cake until an hour before closing.",
    "To become a member, bring a photo identity card and proof of address to the desk.",
  ]

  static let hostile: [String] = [
    "", " ", "\n\n", "…!?", "👩🏽‍🚀🚀👩🏽‍🚀", "שלום עולם ‮abc‬", "مكتبة المدينة مفتوحة", "ห้องสมุดเปิดเก้าโมง", "图书馆九点开门",
    "図書館は九時に開きます", "Ελληνικά και русский и English", "a\u{0}b", "\u{FEFF}BOM", "e\u{301}\u{301}\u{301}", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "\u{10FFFF}\u{FFFE}", String(repeating: "a", count: 5_000), "x_y_z 1,000.50 :: @@ a:b",
  ]

  static func chunks(_ texts: [String]) -> [Chunk] {
    texts.enumerated().map { Chunk(id: "\($0.offset)", text: $0.element) }
  }

  /// The indices of a shuffle.
  static func permutation(of count: Int, seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).shuffled(using: &random)
  }
}
