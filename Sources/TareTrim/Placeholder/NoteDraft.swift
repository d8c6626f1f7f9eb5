import TareConversations

/// A note that grows line by line and never beyond its tokens.
struct NoteDraft {
  let counter: MessageCounter
  let most: Int
  private(set) var text = ""
  private(set) var tokens = 0

  init(counter: MessageCounter, most: Int) {
    self.counter = counter
    self.most = most
  }

  /// Adds a line when it fits.
  @discardableResult
  mutating func add(_ line: String) -> Bool { replace(with: text.isEmpty ? line : text + "\n" + line) }

  mutating func addQuoted(_ label: String, _ quotation: String) {
    if !quotation.isEmpty { add("\(label)\"\(quotation)\"") }
  }

  /// Adds as many of the items as fit, on one line.
  mutating func addList(_ label: String, _ items: [String]) {
    let start = text
    var line = ""
    for item in items {
      let longer = line.isEmpty ? label + item : line + ", " + item
      guard replace(with: start + "\n" + longer) else { return }
      line = longer
    }
  }

  /// Adds those of the quotations that fit, best first, and sets them in the order in which they were said.
  mutating func addChosen(_ ranked: [DecisiveSentences.Sentence]) {
    let start = text
    var chosen: [DecisiveSentences.Sentence] = []
    for sentence in ranked {
      let more = (chosen + [sentence]).sorted { $0.position < $1.position }
      let lines = more.map { "\($0.role.rawValue): \"\($0.text)\"" }
      if replace(with: start + "\n" + lines.joined(separator: "\n")) { chosen = more }
    }
  }

  private mutating func replace(with longer: String) -> Bool {
    let count = counter.count(role: .user, text: longer)
    guard count <= most else { return false }
    (text, tokens) = (longer, count)
    return true
  }
}
