import TarePrompts

extension PromptDocument {
  /// How a message names the line with that index: by its number in the file, or in the text that is a value of one.
  func name(ofLine index: Int) -> String { "line \(index + 1)\(textName)" }

  /// How a message names several lines.
  func name(ofLines lines: Range<Int>) -> String {
    guard lines.count > 1 else { return name(ofLine: lines.lowerBound) }
    return "lines \(lines.lowerBound + 1) to \(lines.upperBound)\(textName)"
  }

  private var textName: String { isEmbedded ? " of its text" : "" }
}
