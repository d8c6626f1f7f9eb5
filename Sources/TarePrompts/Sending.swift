import TareText

/// What of a text in place reaches the model: the description by which agents choose, and the body, cut into messages.
struct Sending {
  let source: SourceText
  let reading: FormatReading
  let template: TemplateReading
  let format: PromptFormat
  let loadClass: LoadClass

  /// The texts, in the order of the file.
  var texts: [SentText] {
    var texts: [SentText] = []
    if format.sendsDescription, let entry = reading.frontMatter?.entry("description"), let value = entry.value {
      let decoded = DecodedText(Array(value.utf8), from: entry.range)
      texts.append(SentText(range: entry.range, decoded: decoded, loadClass: .always))
    }
    return texts + messages
  }

  private var messages: [SentText] {
    var messages: [SentText] = []
    var start = reading.body.start
    var role = marks.isEmpty ? nil : reading.firstRole
    for mark in marks {
      append(SourceRange(start, max(start, mark.range.start)), role, &messages)
      (start, role) = (max(start, mark.range.end), mark.role)
    }
    append(SourceRange(start, max(start, reading.body.end)), role, &messages)
    return messages
  }

  /// Where another message begins.
  var marks: [RoleMark] { reading.roleMarks + template.roleMarks }

  private func append(_ stretch: SourceRange, _ role: PromptRole?, _ messages: inout [SentText]) {
    let range = reading.trimsMessages ? trimmed(stretch) : stretch
    let decoded = template.sentText(of: range, in: source)
    // Between marks, white space is no message; where there are none, it is all there is.
    guard !decoded.utf8.isEmpty, marks.isEmpty || !decoded.utf8.allSatisfy(isWhiteSpace) else { return }
    messages.append(SentText(range: range, decoded: decoded, loadClass: loadClass, role: role))
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    let inner = TemplateBytes(source.utf8, range).trimmedRange(range.start..<range.end)
    return SourceRange(inner.lowerBound, inner.upperBound)
  }
}

extension PromptFormat {
  /// Whether the description is in every request, so that the model can choose by it.
  var sendsDescription: Bool {
    switch self {
    case .skill, .agent, .cursorRule, .instructions: true
    default: false
    }
  }
}
