import ArgumentParser
import Tare

/// `tare trim`: fits a conversation, and the chunks that go with it, into a budget of tokens.
struct TrimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trim",
    abstract: "Fits a conversation, and the chunks that go with it, into a budget of tokens.",
    usage:
      "tare trim (--budget <tokens> | --keep-turns <n> | --keep-messages <n> | --max-tool-result <tokens>) [options] [<file>]",
    discussion: """
      Reads a chat payload in any of seven formats (a request, or its array of messages) and writes it again with the \
      oldest messages dropped. What stays is the same bytes. Instructions, the last human message and the newest group \
      always stay; a tool call and its results stay or go together; a note says what was dropped. The account goes \
      to standard error; whoever keeps what was dropped finds it again by its handle, a name made from its bytes.

      Tokens are counted for the model that the payload names, unless --encoding or --model says otherwise.

      Examples:
        tare trim --budget 8000 request.json > trimmed.json
        tare trim --budget 8000 --policy sliding request.json
        tare trim --budget 8000 --chunks hits.ndjson --top-k 5 request.json
        tare trim --budget 4000 --ndjson - < requests.ndjson

      Exit codes: 0 it fits, or a cut was put off, 1 what must stay does not fit (nothing is written), 2 bad input or usage.
      """)

  @Argument(help: ArgumentHelp("A payload, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup(title: "Payload") var payload: PayloadOptions
  @OptionGroup var policy: TrimPolicyOptions
  @OptionGroup(title: "Chunks") var chunks: ChunkOptions
  @OptionGroup(title: "Reranker") var reranker: RerankerOptions
  @OptionGroup(title: "Summariser") var summarizer: SummarizerOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions
  @OptionGroup(title: "Output") var output: TrimOutputOptions

  func validate() throws {
    if path == "-", chunks.path == "-" {
      throw ValidationError("the payload and --chunks cannot both be standard input")
    }
    let written = [output.outputFile, output.reportFile, chunks.chunksOutput, output.archive].compactMap { $0 }
    if let archive = output.archive, archive == path || written.count(where: { $0 == archive }) > 1 {
      throw ValidationError("--archive has to be a file of its own")
    }
    if output.ndjson, chunks.path != nil { throw ValidationError("--chunks goes with one payload, not with --ndjson") }
  }

  func run() throws {
    let chunkFile = try chunks.load()
    let trimming = Trimming(
      payload: payload, policy: policy, chunkOptions: chunks, chunks: chunkFile, encoding: encodingChoice,
      archives: output.archive != nil, accounts: output.showsAccounts,
      summarizing: try summarizer.summarizing(archive: output.archive), reranker: try reranker.reranker())
    if output.ndjson { return try TrimStream(path: path, trimming: trimming, output: output).run() }
    let file = try InputFile.read(path)
    let trimmed = try trimming.trimmed(file.bytes, in: file.path)
    // What is gone from the payload has to be in the archive before anybody gets the payload.
    if let archive = output.archive, !trimmed.taken.isEmpty {
      var archive = try ArchiveFile(path: archive)
      try archive.add(trimmed.taken)
    }
    try output.write(trimmed.report)
    // Who asks in a request is answered in its form, whatever the answer; a payload that cannot be is none.
    if trimmed.request == nil, let error = trimmed.error { throw error }
    try StandardOutput.write(String(decoding: trimmed.output, as: UTF8.self), orTo: output.outputFile)
    if let chunkFile, let account = trimmed.report.plan.chunks, trimmed.error == nil {
      try chunks.write(account, of: chunkFile)
    }
    if let error = trimmed.error { throw error }
  }
}
