import TareText
import TareYAML

/// Reads `.prompt.yml`: of all that is in it only the content of the messages is sent.
///
/// Facts from docs.github.com/en/github-models/use-github-models/storing-prompts-in-github-repositories: `{{name}}` is
/// filled from `testData` when the prompt is tried.
struct GitHubModelsPrompt {
  private let file: PromptFile

  init(_ file: PromptFile) { self.file = file }

  func read() throws(PromptError) -> FormatReading {
    let yaml = try YAMLFile(file)
    let messages = yaml.root?["messages"]?.items ?? []
    var reading = yaml.reading(
      messages.map { yaml.value($0["content"], role: $0["role"]?.scalar.flatMap(PromptRole.init(name:)), .handlebars) })
    reading.parameters = ModelParameters.inYAML([yaml.root?["modelParameters"]]) {
      SourceRange($0.range.lowerBound, $0.range.upperBound)
    }
    let data = yaml.root?["testData"]?.items ?? []
    // What a test expects is no variable of the prompt.
    reading.declared = data.isEmpty ? nil : data.flatMap { yaml.variables($0) }.merged.filter { $0.name != "expected" }
    return reading
  }
}
