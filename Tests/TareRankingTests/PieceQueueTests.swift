import TestMaterial
import Testing

@testable import TareRanking

struct PieceQueueTests {
  @Test(arguments: 0..<20)
  func `entries come out best first, and of equals in their order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entries = (0..<Int.random(in: 0...60, using: &random)).map { piece in
      PieceQueue.Entry(worth: Double(Int.random(in: 0...9, using: &random)), piece: piece)
    }
    var queue = PieceQueue()
    for entry in entries.shuffled(using: &random) { queue.insert(entry) }
    var found: [PieceQueue.Entry] = []
    while let entry = queue.removeBest() { found.append(entry) }
    #expect(found == entries.sorted(by: >))
    #expect(found.map(\.piece) == entries.sorted { ($1.worth, $0.piece) < ($0.worth, $1.piece) }.map(\.piece))
  }
}
