import TareText
import TareYAML

/// A prompt file that is YAML from end to end.
struct YAMLFile {
  let file: PromptFile
  let root: YAMLNode?

  /// - Throws: ``PromptError`` for what is no YAML.
  init(_ file: PromptFile) throws(PromptError) {
    self.file = file
    do { root = try YAMLNode.parse(file.source.utf8) } catch {
      let line = min(error.line ?? 0, file.source.lineStarts.count - 1)
      let range = file.source.lineContentRange(line)
      throw PromptError(
        code: .malformedFile, path: file.path, range: range, location: file.source.location(of: range.start),
        reason: error.code == .duplicateKeys ? "file \(error.reason)" : "file is not YAML: \(error.reason)")
    }
  }

  /// The prompt in a scalar, or `nil` for anything else.
  func value(_ node: YAMLNode?, role: PromptRole? = nil, _ language: TemplateLanguage) -> PromptValue? {
    guard let node, let style = node.style, let decoded = node.decodedText(in: file.source.utf8) else { return nil }
    let range = SourceRange(node.range.lowerBound, node.range.upperBound)
    return PromptValue(range: range, decoded: decoded, notation: .yaml(style), role: role, language: language)
  }

  /// The reading of a file with these prompts; one that an alias repeats stands once.
  func reading(_ values: [PromptValue?]) -> FormatReading {
    var kept: [PromptValue] = []
    for value in values.compactMap({ $0 }).sorted(by: { $0.range < $1.range }) {
      if let last = kept.last, value.range.start < last.range.end { continue }
      kept.append(value)
    }
    return FormatReading(values: kept, in: file.source)
  }

  /// Each key of a mapping as a variable with its value for a sample.
  func variables(_ node: YAMLNode?) -> [DeclaredVariable] {
    (node?.pairs ?? []).compactMap { key, value in
      key.scalar.map {
        DeclaredVariable(
          name: $0, sample: value.scalar, range: SourceRange(key.range.lowerBound, key.range.upperBound))
      }
    }
  }
}

extension [DeclaredVariable] {
  /// The first declaration of each name, with the first sample any of them has.
  var merged: [DeclaredVariable] {
    var places: [String: Int] = [:]
    var merged: [DeclaredVariable] = []
    for variable in self {
      if let place = places[variable.name] {
        let first = merged[place]
        merged[place] = DeclaredVariable(
          name: first.name, sample: first.sample ?? variable.sample, range: first.range)
      } else {
        places[variable.name] = merged.count
        merged.append(variable)
      }
    }
    return merged
  }
}
