/// Reads a text piece by piece against a form that trimming itself writes, so that a later trimming knows it again.
///
/// Each step says whether the next piece is there, and passes over it if so.
struct FormReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func reads(_ piece: String) -> Bool {
    guard rest.starts(with: piece.utf8) else { return false }
    rest = rest.dropFirst(piece.utf8.count)
    return true
  }

  mutating func readsOne(of pieces: [String]) -> Bool { pieces.contains { reads($0) } }

  mutating func readsNumber() -> Bool {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return !digits.isEmpty
  }

  mutating func readsHandle() -> Bool { readHandle() != nil }

  mutating func readHandle() -> String? {
    let digits = rest.prefix(ContentHandle.length)
    rest = rest.dropFirst(digits.count)
    let isHandle = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    return isHandle && digits.count == ContentHandle.length ? String(decoding: digits, as: UTF8.self) : nil
  }
}
