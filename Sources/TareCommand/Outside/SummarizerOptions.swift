import ArgumentParser
import Tare
import TareRemote

/// Who writes the note in place of what was dropped, where it is not made without a model.
struct SummarizerOptions: ParsableArguments {
  @Option(
    name: .customLong("summarizer-command"),
    help: ArgumentHelp(
      "Have this program write the note: it reads what is dropped as JSON and writes the summary. It is run without a shell.",
      valueName: "program and arguments"))
  var command: String?

  @Option(
    name: .customLong("summarizer-url"),
    help: ArgumentHelp(
      "Have a model behind an OpenAI-compatible endpoint write the note; what is dropped is sent there.",
      valueName: "url"))
  var url: String?

  @Option(name: .customLong("summarizer-model"), help: ArgumentHelp("The model at that endpoint.", valueName: "name"))
  var model: String?

  @Option(
    name: .customLong("summarizer-key-variable"),
    help: ArgumentHelp(
      "The environment variable with the key for that endpoint. OpenAI's own is sent what OPENAI_API_KEY holds; nobody else anything.",
      valueName: "name"))
  var keyVariable: String?

  @Option(
    name: .customLong("summarizer-timeout"),
    help: ArgumentHelp("How long a summary may take; the note is made without a model then.", valueName: "seconds"))
  var timeout = 60

  func validate() throws {
    if command != nil, url != nil { throw ValidationError("--summarizer-command goes without --summarizer-url") }
    if let command, ProgramArguments(command) == nil {
      throw ValidationError("--summarizer-command names no program, or a quotation in it does not end")
    }
    if (url == nil) != (model == nil) { throw ValidationError("--summarizer-url and --summarizer-model go together") }
    if url == nil, keyVariable != nil { throw ValidationError("--summarizer-key-variable goes with --summarizer-url") }
    guard (1...86_400).contains(timeout) else { throw ValidationError("--summarizer-timeout takes 1 to 86400 seconds") }
  }

  /// Whoever was named; `nil` where nobody was.
  func summarizing(archive: String?) throws(CommandError) -> Summarizing? {
    guard let summarizer = try summarizer() else { return nil }
    return try Summarizing(summarizer, archive: archive)
  }

  private func summarizer() throws(CommandError) -> Summarizer? {
    if let line = command.flatMap({ ProgramArguments($0) }) {
      let program = SummarizerProgram(line, timeout: .seconds(timeout))
      return { try await program.summary(of: $0) }
    }
    guard let url, let model else { return nil }
    let service = try OutsideService(url: url, keyVariable: keyVariable, option: "--summarizer")
    #if Remote
      let client = SummarizerClient(
        address: service.address, model: model, key: service.key, timeout: .seconds(timeout))
      service.sayOnce("what is dropped", "be summarised")
      return { try await client.summary(of: $0) }
    #else
      _ = model
      throw service.missing
    #endif
  }
}
