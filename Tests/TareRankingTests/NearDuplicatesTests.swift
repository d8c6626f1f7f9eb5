import TestMaterial
import Testing

@testable import TareRanking

struct NearDuplicatesTests {
  private func originals(_ texts: [String], threshold: Double) throws -> [Int?] {
    var duplicates = NearDuplicates(texts, threshold: threshold, splitter: try WordSplitter())
    return duplicates.originals()
  }

  private let passage = (0..<60).map { "word\($0)" }.joined(separator: " ")

  @Test func `a copy in other case and blanks is a duplicate, a different text is none`() throws {
    let texts = [
      passage, "Something else entirely, of four words and more.", passage.uppercased() + "  \n", passage + "!",
    ]
    #expect(try originals(texts, threshold: 1) == [nil, nil, 0, 0])
  }

  @Test func `a small edit is a duplicate below the threshold it makes`() throws {
    // 58 sequences; one changed word in the middle changes 3 of them: 55 shared of 61.
    let edited = passage.replacing("word30", with: "other")
    #expect(try originals([passage, edited], threshold: 55.0 / 61) == [nil, 0])
    #expect(try originals([passage, edited], threshold: 56.0 / 61) == [nil, nil])
  }

  @Test func `texts of no or few words are duplicates only of themselves`() throws {
    #expect(
      try originals(["", "👍", "👎", "yes", "no", "👍", "", "yes"], threshold: 0.5) == [nil, nil, nil, nil, nil, 1, 0, 3])
  }

  @Test func `the most similar of several originals is named`() throws {
    let near = passage.replacing("word3", with: "x").replacing("word55", with: "y")
    let edited = near.replacing("word30", with: "other")
    #expect(try originals([passage, near, edited], threshold: 0.5)[2] == 0)
    #expect(try originals([passage, "a b c d " + edited], threshold: 0.99) == [nil, nil])
  }

  @Test(arguments: [0.8, 1]) func `what all chunks open with does not make them meet`(threshold: Double) throws {
    let opening = (0..<60).map { "notice\($0)" }.joined(separator: " ")
    func encounters(of count: Int) throws -> Int {
      // Every tenth chunk is a copy of the one before.
      let texts = (0..<count).map { n in opening + (0..<40).map { " w\(n % 10 == 9 ? n - 1 : n)x\($0)" }.joined() }
      var duplicates = NearDuplicates(texts, threshold: threshold, splitter: try WordSplitter())
      let originals = duplicates.originals()
      #expect(originals == (0..<count).map { $0 % 10 == 9 ? $0 - 1 : nil })
      return duplicates.encounters
    }
    let few = try encounters(of: 200)
    #expect(few > 0)
    #expect(try encounters(of: 800) == 4 * few)
  }

  @Test(arguments: [-1, 0, 0.1, 0.3, 0.5, 2.0 / 3, 0.8, 0.9, 1, 1.1, .infinity, .nan])
  func `every text has the original that comparing all pairs gives it`(threshold: Double) throws {
    var random = SeededGenerator(seed: 11)
    for words in [2, 3, 40] {
      let texts = (0..<80).map { _ in
        (0..<Int.random(in: 3...20, using: &random)).map { _ in "w\(Int.random(in: 0..<words, using: &random))" }
      }
      #expect(
        try originals(texts.map { $0.joined(separator: " ") }, threshold: threshold)
          == comparingAllPairs(of: texts, threshold: threshold))
    }
  }

  private func comparingAllPairs(of texts: [[String]], threshold: Double) -> [Int?] {
    let sets = texts.map { words in Set((0...words.count - 3).map { Array(words[$0..<$0 + 3]) }) }
    var originals: [Int?] = []
    for (index, set) in sets.enumerated() {
      let similar = (0..<index).filter { originals[$0] == nil }.compactMap { earlier -> (Int, Double)? in
        let share = Double(set.intersection(sets[earlier]).count) / Double(set.union(sets[earlier]).count)
        return share > 0 && share >= threshold ? (earlier, share) : nil
      }
      originals.append(similar.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0)
    }
    return originals
  }

  @Test func `similarity is counted exactly`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 3...12, using: &random)).map { _ in "w\(Int.random(in: 0...2, using: &random))" }
      }
      let sets = texts.map { words in Set((0...words.count - 3).map { Array(words[$0..<$0 + 3]) }) }
      let similarity = Double(sets[0].intersection(sets[1]).count) / Double(sets[0].union(sets[1]).count)
      guard similarity > 0 else { continue }
      let joined = texts.map { $0.joined(separator: " ") }
      #expect(try originals(joined, threshold: similarity) == [nil, 0])
      #expect(try originals(joined, threshold: similarity.nextUp) == [nil, nil])
    }
  }
}
