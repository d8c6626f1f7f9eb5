extension PromptZone {
  /// The zone that a section is by its title, if it is one.
  ///
  /// A title that speaks of both, such as "Example output", names examples; "Output instructions" are instructions.
  init?(titled section: PromptSection) {
    let title = section.title.lowercased().utf8
    if title.contains(oneOf: Self.exampleTitles) {
      self.init(kind: .example, lines: section.lines)
    } else if title.contains(oneOf: Self.formTitles), !title.contains(oneOf: Self.instructionTitles) {
      self.init(kind: .form, lines: section.lines)
    } else {
      return nil
    }
  }

  private static let exampleTitles = ["example", "sample", "few-shot", "few shot", "demonstration"].map {
    Array($0.utf8)
  }
  private static let formTitles = ["template", "format", "output"].map { Array($0.utf8) }
  private static let instructionTitles = [
    "instruction", "rule", "guideline", "requirement", "constraint", "restriction", "principle",
  ].map { Array($0.utf8) }
}

extension String.UTF8View {
  /// Whether one of `words` stands somewhere in it; unlike `String.contains`, without tables for each search.
  fileprivate func contains(oneOf words: [[UInt8]]) -> Bool {
    indices.contains { start in words.contains { self[start...].starts(with: $0) } }
  }
}
