import ArgumentParser
import Tare

/// `tare count`: how many tokens files, folders, patterns and standard input hold.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Counts the tokens of files, folders, patterns and standard input.",
    usage: "tare count [options] <path> ...",
    discussion: """
      Examples:
        tare count prompts/                     every file below a folder
        tare count 'prompts/**/*.md' --format json
        git diff | tare count -                 standard input
        tare count --by section CLAUDE.md       which sections the tokens are in
        tare count --by field --top 5 call.json which fields of a request
        tare count --normalize nfc letters.txt  what normalising would save
        tare count --max-tokens 4000 prompts/   exit code 1 when a file has more
        tare count --messages request.json      a whole chat request: text, overhead, tools, images

      Counts are exact for the encodings that are built in: o200k_base and cl100k_base. Of hidden files, a folder \
      gives those that hold prompts, such as .cursorrules; node_modules is passed over. What a folder or a pattern comes upon and is no text in UTF-8, such as a binary file, \
      a named pipe or a link that leads nowhere, is passed over with a line on standard error; of a file that is named \
      itself that is an error. Input is counted as it is \
      read, so that its size does not matter, and the output is the same for any number of threads. With --by, a \
      token belongs to the part in which its first byte lies, so the parts sum to the whole.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(
    help: ArgumentHelp(
      "Files, folders, patterns such as 'prompts/**/*.md', or - for standard input.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var encodingChoice: EncodingOptions

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "Also count the text in this normal form: nfc, nfd, nfkc, nfkc-casefold, or all of them.", valueName: "form"))
  var normalize: NormalForms?

  @Option(
    help: ArgumentHelp(
      "The most tokens each file may have: reading stops there, and the exit code is 1 when one has more.",
      valueName: "n"))
  var maxTokens: Int?

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @OptionGroup var threadOptions: ThreadOptions

  @OptionGroup(title: "Parts of a text") var parts: PartOptions

  @OptionGroup(title: "What is counted") var source: CountSourceOptions
  @OptionGroup(title: "Machine interfaces") var machine: MachineOptions

  func validate() throws {
    try source.validate(self)
    if machine.bench != nil {
      guard paths.isEmpty else { throw ValidationError("--bench takes its own file and no other paths") }
    } else if paths.isEmpty {
      throw ValidationError("name a file, a folder, a pattern, or - for standard input")
    }
    if let maxTokens {
      guard (0...1_000_000_000).contains(maxTokens) else { throw ValidationError("--max-tokens takes a number from 0") }
      guard normalize == nil, !machine.ndjson, machine.bench == nil else {
        throw ValidationError("--max-tokens does not go with --normalize, --ndjson and --bench")
      }
    }
    if parts.division != nil {
      guard paths.count == 1 else { throw ValidationError("--by divides one text: a file or -") }
      guard normalize == nil, maxTokens == nil, !machine.ndjson else {
        throw ValidationError("--by does not go with --normalize, --max-tokens and --ndjson")
      }
    }
    if machine.ndjson {
      guard paths.count < 2 else { throw ValidationError("--ndjson reads one stream: a file or -") }
      guard !machine.ids || normalize == nil else { throw ValidationError("--ids and --normalize exclude each other") }
      guard outputFile == nil, format == .text else {
        throw ValidationError("--ndjson answers on standard output: --output-file and --format do not go with it")
      }
    }
  }

  func run() throws {
    if source.messages {
      let report = try CountMessages(
        path: paths[0], format: source.messageFormat, encoding: encodingChoice
      ).report()
      return try StandardOutput.write(format == .json ? report.json : report.text, orTo: outputFile)
    }
    if source.exact, let model = encodingChoice.model {
      let report = try ExactCount(paths: paths, model: model).report()
      return try StandardOutput.write(format == .json ? report.json : report.text, orTo: outputFile)
    }
    let choice = try encodingChoice.resolve()
    if let bench = machine.bench {
      return try CountBench(file: bench, mode: machine.mode, threads: threadOptions.threads ?? 1, choice.encoding).run()
    }
    if machine.ndjson {
      if machine.ids, case .estimated = choice.basis {
        throw CommandError.usage(
          "--ids needs the encoding itself, and counts of \(choice.model ?? "this model") are \(choice.basis); name an --encoding"
        )
      }
      return try CountStream(
        path: paths[0], makesIDs: machine.ids, threads: threadOptions.count, try counting(choice)
      ).run()
    }
    if let division = parts.division {
      let report = try DividedCount(path: paths[0], by: division, choice).report()
      let text = format == .json ? report.json(top: parts.top) : report.text(top: parts.top)
      return try StandardOutput.write(text, orTo: outputFile)
    }
    if let maxTokens { return try LimitedCount(self, maxTokens, choice).run() }
    try countFiles(choice)
  }

  private func counting(_ choice: EncodingChoice) throws -> NormalizedCounting {
    try NormalizedCounting(normalize?.forms ?? [], choice)
  }

  private func countFiles(_ choice: EncodingChoice) throws {
    var discovery = InputDiscovery(paths, hiddenNames: PromptFormat.hiddenNames)
    // Of several files each is counted by one thread, and one alone by all of them where it is worth their start.
    let isAlone = discovery.paths.count == 1 && InputFile.isLong(discovery.paths[0])
    let counter = FileCounter(try counting(choice), threads: isAlone ? threadOptions.count : 1)
    let results = try mapped(discovery.paths, workers: threadOptions.count) { path in
      Result { () throws(CommandError) in try counter.row(path) }
    }
    var rows: [CountReport.Row] = []
    for (path, result) in zip(discovery.paths, results) {
      switch result {
      case .success(let row): rows.append(row)
      case .failure(let error): discovery.fail(path, error)
      }
    }
    discovery.sayWhatWasNotRead()
    let failures = discovery.errors
    if !rows.isEmpty || failures.isEmpty {
      let report = CountReport(
        encoding: choice.encoding, basis: choice.basis, model: choice.model, normalForms: counter.counting.names,
        rows: rows)
      try StandardOutput.write(format == .json ? report.json : report.text, orTo: outputFile)
    }
    if !failures.isEmpty { throw ExitCode.badInput }
  }
}

extension CountCommand {
  /// The options of the two interfaces that other programs speak.
  struct MachineOptions: ParsableArguments {
    @Flag(
      help: """
        Read one {"text": …} a line and write one {"tokens": n} a line, in order; a line that cannot be read, such as \
        a blank one, is answered by {"error": …} in its place, and the exit code is 2.
        """)
    var ndjson = false

    @Flag(help: "With --ndjson: write the token ids as well.")
    var ids = false

    @Option(
      help: ArgumentHelp("Time passes over this file: one for each line 'go' on standard input.", valueName: "file"))
    var bench: String?

    @Option(help: ArgumentHelp("With --bench: encode, unseen, count, count-unseen, docs or batch.", valueName: "mode"))
    var mode: CountBench.Mode = .count

    func validate() throws {
      if ids, !ndjson { throw ValidationError("--ids goes with --ndjson") }
      if bench != nil, ndjson { throw ValidationError("--bench and --ndjson exclude each other") }
    }
  }
}
