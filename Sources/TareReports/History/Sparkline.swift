/// A line of numbers as blocks of eight heights, from the lowest number to the highest.
///
/// More numbers than `width` are drawn as the last of each stretch of them; what is `nil` is a dot in the middle.
func sparkline(_ numbers: [Int?], width: Int) -> String {
  let drawn = numbers.count <= width ? numbers : (1...width).map { numbers[$0 * numbers.count / width - 1] }
  let known = drawn.compactMap(\.self)
  guard let low = known.min(), let high = known.max() else { return "" }
  return String(drawn.map { number in number.map { block(of: $0, low, high) } ?? "·" })
}

private let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

/// What does not move stands in the middle.
private func block(of number: Int, _ low: Int, _ high: Int) -> Character {
  guard high > low else { return blocks[3] }
  return blocks[Int(Int128(number - low) * Int128(blocks.count - 1) / Int128(high - low))]
}
