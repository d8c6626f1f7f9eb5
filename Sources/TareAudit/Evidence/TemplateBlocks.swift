import TarePrompts
import TareText

/// The blocks that a template opens and closes.
struct TemplateBlocks {
  /// A mark without a partner.
  struct Fault {
    let name: Substring
    let range: SourceRange
    /// Whether it opens a block; else it closes one.
    let isOpen: Bool
  }

  private(set) var faults: [Fault] = []
  /// From the mark that opens a block to the one that closes it; one may hold others.
  private(set) var ranges: [SourceRange] = []
  private var open: [Fault] = []
  private var openCounts: [Substring: Int] = [:]

  init(_ document: PromptDocument) {
    let marks = document.placeholders.filter { $0.isControl && !$0.isComment && !$0.isInCode }
    // Dotprompt's `{{section "x"}}` opens without a mark, and so does what a library adds to Jinja.
    let names = Set(document.placeholders.lazy.map { $0.name.prefix { $0 != " " } })
    for mark in marks {
      switch mark.syntax {
      case .doubleBrace: addHandlebars(mark, names)
      case .statement: addStatement(mark, names)
      default: break
      }
    }
    faults += open
    ranges += open.map { SourceRange($0.range.start, document.bodyRange.end) }
    faults.sort { $0.range < $1.range }
  }

  private mutating func addHandlebars(_ mark: Placeholder, _ names: Set<Substring>) {
    let name = mark.name.dropFirst().drop { "#>*".contains($0) || $0.isWhitespace }
      .prefix { $0 != "~" && !$0.isWhitespace }
    switch mark.name.utf8.first {
    // A lone `{{^}}` is how Handlebars spells "else".
    case UInt8(ascii: "#"), UInt8(ascii: "^"): if !name.isEmpty { begin(name, mark.range) }
    case UInt8(ascii: "/"): end(name, mark.range, mayBeAlone: names.contains(name))
    default: break
    }
  }

  private mutating func addStatement(_ mark: Placeholder, _ names: Set<Substring>) {
    let word = mark.name.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
    if word.hasPrefix("end"), word.count > 3 {
      let name = word.dropFirst(3)
      end(name, mark.range, mayBeAlone: !Self.opening.contains(name) && names.contains(name))
    } else if word == "set" ? !mark.name.contains("=") : Self.opening.contains(word) || names.contains("end" + word) {
      begin(word, mark.range)
    }
  }

  private mutating func begin(_ name: Substring, _ range: SourceRange) {
    open.append(Fault(name: name, range: range, isOpen: true))
    openCounts[name, default: 0] += 1
  }

  private mutating func end(_ name: Substring, _ range: SourceRange, mayBeAlone: Bool) {
    guard openCounts[name, default: 0] > 0 else {
      if !mayBeAlone { faults.append(Fault(name: name, range: range, isOpen: false)) }
      return
    }
    while let last = open.popLast() {
      openCounts[last.name, default: 0] -= 1
      if last.name == name {
        ranges.append(SourceRange(last.range.start, range.end))
        return
      }
      faults.append(last)
    }
  }

  /// The statements that need an end: Jinja's, from its documentation, and those that Liquid has besides.
  private static let opening: Set<Substring> = [
    "if", "for", "macro", "call", "filter", "block", "with", "autoescape", "trans", "raw", "set",
    "unless", "case", "capture", "tablerow",
  ]
}
