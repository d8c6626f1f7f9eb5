import ArgumentParser
import Tare

/// `tare chunk`: texts divided into parts of a bounded number of tokens.
struct ChunkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chunk",
    abstract: "Divides texts into chunks of at most a number of tokens.",
    usage: "tare chunk --tokens <n> [options] <path> ...",
    discussion: """
      Writes one JSON object a line: id, path, start and end (bytes of the file), overlap (bytes in common with the \
      chunk before), tokens, encoding, model, basis and text. Chunks leave nothing out; what is too long for one chunk, such as a long line, \
      is cut between tokens. tare trim --chunks reads them.

      Examples:
        tare chunk --tokens 512 --overlap 64 --at sentence docs/ > chunks.ndjson
        tare chunk --tokens 200 --at paragraph handbook.md
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, patterns such as 'docs/**/*.md', or - for standard input.", valueName: "path"))
  var paths: [String]

  @OptionGroup var limit: TokenLimitOption

  @Option(help: ArgumentHelp("The most tokens a chunk has in common with the one before.", valueName: "n"))
  var overlap = 0

  @Option(help: ArgumentHelp("Cut at a token, character, sentence, line or paragraph.", valueName: "place"))
  var at: CutPlaceOption = .line

  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var outputFile: String?

  func validate() throws {
    guard overlap >= 0 else { throw ValidationError("--overlap takes a number from 0") }
    guard overlap < limit.tokens else { throw ValidationError("--overlap takes fewer tokens than --tokens") }
  }

  func run() throws {
    let choice = try encodingChoice.resolve()
    var discovery = InputDiscovery(paths)
    var output = try LineOutput(path: outputFile)
    for path in discovery.paths {
      do throws(CommandError) {
        for record in try records(path, choice) { try output.write(record.json) }
      } catch {
        discovery.fail(path, error)
      }
    }
    try output.finish()
    discovery.sayWhatWasNotRead()
    if !discovery.errors.isEmpty { throw ExitCode.badInput }
  }

  private func records(_ path: String, _ choice: EncodingChoice) throws(CommandError) -> [ChunkRecord] {
    let file = try InputFile.read(path)
    let utf8 = try file.text().utf8
    let places = try at.places(in: utf8)
    let scale = choice.scale(of: utf8)
    let chunks: [TextChunk]
    do {
      chunks = try Tokenizer(choice.encoding)
        .chunks(of: utf8.span, limit: scale.limit(limit.tokens), overlap: scale.limit(overlap), at: places)
    } catch {
      throw .input(file.path, error.description)
    }
    return chunks.enumerated().map { index, chunk in
      ChunkRecord(
        path: file.path, number: index + 1, range: chunk.range,
        tokens: TokenCount(scale.modelTokens(chunk.tokens), basis: scale.basis), encoding: choice.encoding,
        model: choice.model, overlap: chunk.overlap, text: String(decoding: utf8[chunk.range], as: UTF8.self))
    }
  }
}
