import ArgumentParser
import Tare

/// `tare price`: what requests cost that were made.
struct PriceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price",
    abstract: "Says what a request, or a log of requests, cost, by what the provider reported.",
    usage: "tare price [options] [<file>]",
    discussion: """
      Examples:
        tare price --model gpt-5.4 --input 12000 --output 800
        tare price response.json                          one response, or its usage alone
        tare price request.json --output 800              one request before it is sent, counted
        tare price --ndjson usage.ndjson                  a log, and a table of its models at the end
        tare price --ndjson --format json < usage.ndjson  an answer for each line, at once
        tare price --model claude-sonnet-4-6 --input 500 --cached 8000 --counting excludes-cached

      Usage is read as OpenAI, Anthropic, Gemini, Bedrock, DeepSeek, LangChain and LiteLLM write it, by itself or inside \
      a response; the shape says whether input tokens hold the cached ones, and --counting overrules it. Each record is \
      priced at its own time, where it says one, and by its own model, unless --at or --model says otherwise.

      A request in any format that tare trim reads is counted; what it will answer only --output can say.

      What has no known price is never free: the cost is a lower bound then, JSON has usd null, and the exit code is 1.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  @Argument(help: ArgumentHelp("A record of usage in JSON; - is standard input.", valueName: "file"))
  var path: String?

  @Flag(help: "Read one record a line.")
  var ndjson = false

  @OptionGroup var stated: StatedUsageOptions

  @OptionGroup var tokenizer: EncodingOptions

  @Option(
    help: ArgumentHelp(
      "Whether input tokens hold the cached ones: includes-cached or excludes-cached.", valueName: "how"))
  var counting: Usage.InputCounting?

  @OptionGroup var prices: RateOptions

  @Flag(help: "The requests were made in batch.")
  var batch = false

  @Option(
    help: ArgumentHelp(
      "For how long tokens were written of which a record does not say, such as 12h.", valueName: "time"))
  var cacheLifetime: CacheLifetime?

  @Option(help: ArgumentHelp("Output: text, json or csv.", valueName: "format"))
  var format: Format = .text

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  private var model: String? { tokenizer.model }

  private static let ownNumbers =
    "a record has its own numbers: give it, or --input, --cached, --written and --output"

  func validate() throws {
    if stated.isStated, ndjson || (path != nil && stated.inputTokens != nil) {
      throw ValidationError(Self.ownNumbers)
    }
    if !stated.isStated, path == nil, !ndjson {
      throw ValidationError("give a record, --ndjson, or --input and --output")
    }
    if tokenizer.encoding != nil, path == nil || ndjson {
      throw ValidationError("--encoding counts a request that is not sent yet, and none is given")
    }
    if stated.isStated, path == nil, model == nil { throw ValidationError("name the --model that the tokens are of") }
  }

  func run() throws {
    let catalogue = try prices.catalogue
    if let model { _ = try catalogue.rate(orNearest: model) }
    let pricing = RecordPricing(
      catalogue, model: model, at: prices.at, processing: batch ? .batch : .standard, lifetime: cacheLifetime)
    if ndjson {
      let stream = PriceStream(
        path: path ?? "-", pricing: pricing, counting: counting, format: format, outputFile: outputFile)
      return try stream.run()
    }
    let report = try report(pricing)
    try StandardOutput.write(text(of: report), orTo: outputFile)
    if !report.isComplete { throw ExitCode.findings }
  }

  private func report(_ pricing: RecordPricing) throws(CommandError) -> PricedRecordReport {
    guard let path else { return try report(on: stated.record(counting: counting), pricing) }
    let file = try InputFile.read(path)
    let record: UsageRecord
    do { record = try UsageRecord(parsing: file.bytes, counting: counting) } catch {
      guard error == .noUsage, let request = try CountedRequest(file, counting: tokenizer) else {
        throw .input(file.path, error.description)
      }
      return try report(on: request, pricing)
    }
    guard !stated.isStated else { throw .usage(Self.ownNumbers) }
    return try report(on: record, pricing)
  }

  /// What a request will cost that is not sent yet, by the model that it names.
  private func report(on request: CountedRequest, _ pricing: RecordPricing) throws(CommandError) -> PricedRecordReport {
    let record = try stated.record(counting: nil, counted: request.count.tokens)
    let named = RecordPricing(
      pricing.catalogue, model: request.model, at: prices.at, processing: pricing.processing, lifetime: cacheLifetime)
    return try report(on: record, named, note: request.note(hasOutput: stated.outputTokens != nil))
  }

  private func report(
    on record: UsageRecord, _ pricing: RecordPricing, note: String? = nil
  ) throws(CommandError) -> PricedRecordReport {
    do {
      return PricedRecordReport(
        try pricing.priced(record), by: pricing.catalogue, at: prices.at ?? record.time, countingNote: note)
    } catch {
      throw .usage(error.description)
    }
  }

  private func text(of report: PricedRecordReport) -> String {
    switch format {
    case .text: report.text
    case .json: report.json
    case .csv: report.csv
    }
  }
}
