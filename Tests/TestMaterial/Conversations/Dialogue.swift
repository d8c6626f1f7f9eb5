/// A conversation of our own making before it has a format: a policy, people who want things, chains of single and
/// parallel tool calls, reasoning before them. The same seed is the same dialogue.
public struct Dialogue: Sendable {
  /// Something that is said or done.
  public enum Event: Sendable {
    /// Standing instructions.
    case system(String)
    /// A person speaks.
    case human(String)
    /// The model calls tools, with what it thought before, and each of them answers.
    case exchange(thought: String?, [Call])
    /// The model speaks.
    case answer(String)
  }

  /// A call of a tool with what it returned.
  public struct Call: Sendable {
    /// The id, which no other call of the dialogue has.
    public let id: String
    /// The one argument.
    public let argument: String
    /// What the tool returned.
    public let result: String
  }

  /// What is said and done, in order; it ends with a person or with the results of tools.
  public private(set) var events: [Event] = []
  private var random: SeededGenerator
  private var callNumber = 0

  /// A dialogue of so many turns.
  public init(seed: UInt64, turns: Int) {
    random = SeededGenerator(seed: seed)
    if seed % 4 > 0 { events.append(.system("Harbour desk. \(sentences(3 + random.below(9)))")) }
    for _ in 0..<turns {
      events.append(.human(sentences(1 + random.below(3))))
      for _ in 0..<random.below(4) { addExchange() }
      events.append(.answer(sentences(1 + random.below(4))))
    }
    events.append(.human(sentences(1)))
    if random.below(2) == 0 { addExchange() }
  }

  private mutating func addExchange() {
    let thought = random.below(2) == 0 ? sentences(1 + random.below(2)) : nil
    let calls = (0..<(random.below(3) == 0 ? 2 + random.below(2) : 1)).map { _ -> Call in
      callNumber += 1
      return Call(id: "call_\(callNumber)", argument: word(), result: sentences(random.below(12)))
    }
    events.append(.exchange(thought: thought, calls))
  }

  private mutating func sentences(_ count: Int) -> String {
    (0..<count).map { _ in
      let words = (0..<(5 + random.below(12))).map { _ in word() }
      return "The \(words.joined(separator: " ")) of Berth \(random.below(900))."
    }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let words = [
      "crane", "tide", "manifest", "Odense", "pilot", "tug", #"\u00c6r\u00f8"#, "cargo", "HB-\(random.below(99))",
      "fee",
      "Ærø", #"\"fee\""#,
    ]
    return words[random.below(words.count)]
  }
}
