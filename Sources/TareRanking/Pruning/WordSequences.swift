/// Numbers the sequences of three words that stand in texts, and ranks them by how many texts they stand in.
struct WordSequences {
  /// Three form numbers, 32 bits each; a text of fewer words is one sequence, its own bytes.
  private typealias Sequence = UInt128

  private let splitter: WordSplitter
  private var forms = WordTable()
  private var shortTexts = WordTable()
  private var numbers: [Sequence: Int] = [:]
  /// In how many texts each sequence stands.
  private var textCounts: [Int] = []

  init(splitter: WordSplitter) { self.splitter = splitter }

  /// The numbers of a text's sequences, each once and at least one.
  mutating func numbers(of text: String) -> Set<Int> {
    let numbers = Set(sequences(of: text).map { number(of: $0) })
    for number in numbers { textCounts[number] += 1 }
    return numbers
  }

  /// The rank of each number, the rarest sequence first; of equally rare ones the one that was met first.
  var ranks: [Int] {
    let rarestFirst = textCounts.indices.sorted { (textCounts[$0], $0) < (textCounts[$1], $1) }
    var ranks = [Int](repeating: 0, count: textCounts.count)
    for (rank, number) in rarestFirst.enumerated() { ranks[number] = rank }
    return ranks
  }

  private mutating func sequences(of text: String) -> [Sequence] {
    let words = splitter.forms(of: text, in: &forms)
    guard words.count >= 3 else { return [Sequence(shortTexts.number(of: text.utf8Span.span)) | 1 << 127] }
    return (0...words.count - 3).map { words[$0..<$0 + 3].reduce(0) { $0 << 32 | Sequence($1) } }
  }

  private mutating func number(of sequence: Sequence) -> Int {
    if let number = numbers[sequence] { return number }
    numbers[sequence] = textCounts.count
    textCounts.append(0)
    return textCounts.count - 1
  }
}
