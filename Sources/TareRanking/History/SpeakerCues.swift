/// Who speaks in each turn, as far as the turns themselves tell.
///
/// ```
/// Maria: I moved to Lisbon in May.        a name and a colon in front: Maria speaks
/// That's great, Maria! How is it there?   a name by itself, apart by punctuation: Maria is spoken to,
/// I love it, though it is noisy.          so the turns beside it are likely hers
/// ```
struct SpeakerCues: Sendable {
  private var names = WordTable()
  /// For each turn the words of the name in front of it.
  private var labels: [[Int32]] = []
  /// For each name in ``names`` the turns that address it.
  private var addressed: [[Int]] = []

  /// Reads the names of one more turn; `split` folds a text and numbers its words.
  mutating func append(_ text: String, split: (String, inout WordTable) -> [Int32]) {
    let phrases = NamePhrases(text)
    labels.append(phrases.label.map { split($0, &names) } ?? [])
    for name in phrases.addressed {
      for form in split(name, &names) { note(Int(form)) }
    }
  }

  private mutating func note(_ name: Int) {
    while addressed.count <= name { addressed.append([]) }
    if addressed[name].last != labels.count - 1 { addressed[name].append(labels.count - 1) }
  }

  /// Which turns are by the one person that a question names, or `nil` where it names none, or more than one.
  ///
  /// - Parameter question: The different words of the question, folded.
  func turns(byPersonIn question: some Sequence<ArraySlice<UInt8>>) -> [Bool]? {
    let named = Set(question.compactMap { names.existingNumber(of: withoutPossessive($0).span) }).sorted()
    return hasLabels ? labelledTurns(named) : addressedTurns(named)
  }

  /// Most turns open with a name, and few names are many turns': else it is no dialogue in that form.
  private var hasLabels: Bool {
    let labelled = labels.filter { !$0.isEmpty }
    return labelled.count * 2 > labels.count && Set(labelled).count * 2 <= labelled.count
  }

  private func labelledTurns(_ named: [Int]) -> [Bool]? {
    let wanted = Set(labels.filter { label in label.contains { named.contains(Int($0)) } })
    guard wanted.count == 1, let speaker = wanted.first else { return nil }
    return labels.map { $0 == speaker }
  }

  /// Whoever is spoken to speaks before and after: each address speaks for the turns an odd number away from it and
  /// against those an even number away, the less the farther.
  private func addressedTurns(_ named: [Int]) -> [Bool]? {
    let people = named.filter { $0 < addressed.count && addressed[$0].count >= max(3, labels.count / 50) }
    guard people.count == 1, let person = people.first else { return nil }
    var votes = [Double](repeating: 0, count: labels.count)
    for turn in addressed[person] {
      for place in max(0, turn - Self.reach)...min(labels.count - 1, turn + Self.reach) {
        votes[place] -= Self.signs[abs(place - turn)]
      }
    }
    return votes.map { $0 > 0 }
  }

  /// How far an address is heard.
  private static let reach = 6
  /// What it says about a turn so many turns away, negative for the person's own.
  private static let signs = [1, -0.6, 0.36, -0.216, 0.1296, -0.07776, 0.046656]
}

/// A name as it is asked for: `Maria's` is `Maria`.
private func withoutPossessive(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  word.suffix(2).elementsEqual([0x27, 0x73]) ? word.dropLast(2) : word
}
