import TareJSON
import TareText

/// Reads requests to OpenAI, Anthropic and Gemini, and prompts that LangChain wrote, from a JSON text or from one for
/// each line.
///
/// What is sent are the strings in it; the white space of the file is not, since providers write the request anew. JSON
/// in which there is no prompt is read as text.
struct Payload {
  private let file: PromptFile

  init(_ file: PromptFile) { self.file = file }

  func read() throws(PromptError) -> FormatReading {
    var values: [PromptValue] = []
    var declared: [DeclaredVariable]?
    var requests: [PromptRequest] = []
    for text in texts {
      let document: JSONDocument
      do { document = try JSONDocument(parsing: Array(file.source.bytes(in: text))) } catch {
        throw malformed(error, in: text)
      }
      let templates = LangChainPrompt(document.root).prompts
      let found = templates == nil ? RequestStrings(document.root) : nil
      let strings = templates ?? found?.prompts ?? []
      requests += (found?.requests ?? []).map { RequestFacts($0.value, movedBy: text.start).request(with: $0.prompts) }
      if let names = LangChainPrompt(document.root).inputVariables {
        declared = (declared ?? []) + names.map { moved($0, text) }
      }
      values += strings.compactMap { value($0, text) }
    }
    guard !values.isEmpty else { return FormatReading(body: file.body(behind: nil), language: .any) }
    var reading = FormatReading(values: values.sorted { $0.range < $1.range }, in: file.source)
    reading.declared = declared?.merged
    reading.requests = requests
    reading.parameters = requests.isEmpty ? nil : requests.flatMap(\.parameters)
    return reading
  }

  /// The stretches that are a JSON text each: all of the file, or its lines where the name says so.
  private var texts: [SourceRange] {
    let source = file.source
    let name = file.path.lowercased()
    guard name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") else { return [source.range] }
    return (0..<source.lineCount).map { line in
      let content = source.lineContentRange(line)
      return SourceRange(line == 0 ? min(source.byteOrderMarkLength, content.end) : content.start, content.end)
    }.filter { range in !source.bytes(in: range).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  private func value(_ prompt: PromptString, _ text: SourceRange) -> PromptValue? {
    guard let decoded = prompt.value.decodedText else { return nil }
    let range = prompt.value.range
    return PromptValue(
      range: SourceRange(range.start + text.start, range.end + text.start), decoded: decoded.moved(by: text.start),
      notation: .json, role: prompt.role, language: prompt.language)
  }

  private func moved(_ variable: DeclaredVariable, _ text: SourceRange) -> DeclaredVariable {
    let range = SourceRange(variable.range.start + text.start, variable.range.end + text.start)
    return DeclaredVariable(name: variable.name, sample: variable.sample, range: range)
  }

  private func malformed(_ error: JSONError, in text: SourceRange) -> PromptError {
    let offset = min(text.start + error.offset, text.end)
    return PromptError(
      code: .malformedFile, path: file.path, range: SourceRange(offset, offset),
      location: file.source.location(of: offset), reason: "file is not JSON: \(error.reason)")
  }
}

/// A string of a payload that is sent.
struct PromptString {
  let value: JSONValue
  var role: PromptRole?
  var language = TemplateLanguage.none
}
