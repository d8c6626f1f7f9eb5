import CTareData

/// The phrases by which rules tell what is meant from what is waste, in lower case.
struct AuditWords: Sendable {
  /// A list of the data file, under its name there.
  enum List: String, CaseIterable {
    /// What stands in front of a time that was filled in when the prompt was recorded.
    case clockLabels = "clock-labels"
    /// The same, where it stands near the top of a prompt.
    case topClockLabels = "top-clock-labels"
    /// What the words in front of a time may be where nothing else is said.
    case dateWords = "date-words"
    /// What stands in front of a number that was drawn for a request or a session.
    case numberLabels = "number-labels"
    /// Names of template variables whose value is another one in every request, without marks between words.
    case requestNames = "request-names"
    /// Names of template variables whose value is another one every day.
    case dayNames = "day-names"
    /// What vocabularies of chat models set apart from text.
    case specialTokens = "special-tokens"
    /// Titles of sections that list links for people to follow.
    case linkTitles = "link-titles"
    /// What the address of a badge holds.
    case badgeAddresses = "badge-addresses"
    /// How trees of folders are drawn.
    case treeMarks = "tree-marks"
    /// What an author meant to fill in, and did not.
    case openMarks = "open-marks"
    /// Courtesies that a program does not need.
    case politeness
    /// Ways to say "to", "if" and "now" in four words.
    case wordyConnectives = "wordy-connectives"
    /// Words that announce the sentence behind them.
    case hedges
    /// How a task is announced before it is given.
    case taskPreambles = "task-preambles"
    /// Words that make a sentence louder and say no more.
    case intensifiers
    /// Instructions that every model follows without being told.
    case genericInstructions = "generic-instructions"
    /// Limits from above on how long an answer may be.
    case mostPhrases = "most-phrases"
    /// Limits from below.
    case leastPhrases = "least-phrases"
    /// What such limits are given in.
    case lengthUnits = "length-units"
    /// What stands in front of a form for the answer.
    case formLeads = "form-leads"
    /// What a sentence calls the marks of chat models that it speaks of.
    case markWords = "mark-words"
    /// What stands in front of verse, in which lines come again.
    case verseLeads = "verse-leads"
    /// What the names of model parameters that limit an answer are, letters only.
    case outputCaps = "output-caps"
    /// What only a licence says.
    case licenceMarks = "licence-marks"
    /// Words that turn the meaning of a sentence they are added to.
    case meaningWords = "meaning-words"
    /// What says how an answer is to look.
    case formatCues = "format-cues"
  }

  private let lists: [String: [String]]

  static let shared = AuditWords(file: embeddedFile())

  /// Reads lines of the form `name: a phrase, another`; a line that begins with `#` is a comment.
  init(file: [UInt8]) {
    var lists: [String: [String]] = [:]
    for line in file.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      lists[String(decoding: line[..<colon], as: UTF8.self)] = line[(colon + 1)...].split(separator: UInt8(ascii: ","))
        .map { String(decoding: $0.drop { $0 == 0x20 }, as: UTF8.self) }
    }
    self.lists = lists
  }

  /// The phrases of a list, in the order of the file.
  subscript(list: List) -> [String] { lists[list.rawValue] ?? [] }
}

private func embeddedFile() -> [UInt8] {
  // SAFETY: the accessor gives the start of a constant array of as many bytes as the size says.
  unsafe Array(UnsafeRawBufferPointer(start: tare_audit_words_start(), count: tare_audit_words_size))
}
