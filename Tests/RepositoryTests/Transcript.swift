/// A Markdown page with commands and what they print, in blocks marked `console`.
///
/// ````
/// ```console
/// $ tare count hello.txt
/// tokens  bytes  file
///      2     11  hello.txt
/// $ tare count missing.txt
/// tare: error: missing.txt: cannot be read: No such file or directory
/// [exit 2]
/// ```
/// ````
/// A block whose output has fences of its own opens and closes with more back-ticks than they have.
/// A line that ends in a backslash goes on in the next. All blocks of a page run in one folder, from the first to the
/// last.
struct Transcript {
  struct Step {
    let command: String
    /// The lines of the page that hold the expected output.
    let output: Range<Int>
  }

  let lines: [String]
  let steps: [Step]

  init(_ page: String) {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var steps: [Step] = []
    var fence: String?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let open = fence, line == open {
        fence = nil
      } else if fence == nil, line.hasPrefix("```"), line.hasSuffix("`console") {
        fence = String(line.dropLast("console".count))
      } else if let fence, line.hasPrefix("$ ") {
        var command = String(line.dropFirst(2))
        while command.hasSuffix("\\"), index < lines.count {
          command += "\n" + lines[index]
          index += 1
        }
        let start = index
        while index < lines.count, !lines[index].hasPrefix("$ "), lines[index] != fence { index += 1 }
        steps.append(Step(command: command, output: start..<index))
      }
    }
    self.lines = lines
    self.steps = steps
  }

  /// What the page says a step prints.
  func expected(_ step: Step) -> String { lines[step.output].joined(separator: "\n") }

  /// The page with the outputs replaced, in the order of the steps.
  func replacing(_ outputs: [String]) -> String {
    var result: [String] = []
    var copied = 0
    for (step, output) in zip(steps, outputs) {
      result += lines[copied..<step.output.lowerBound]
      if !output.isEmpty { result.append(output) }
      copied = step.output.upperBound
    }
    return (result + lines[copied...]).joined(separator: "\n")
  }
}
