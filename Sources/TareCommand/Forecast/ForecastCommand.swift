import ArgumentParser
import Tare

/// `tare forecast`: what a scenario costs, line by line.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Prices a scenario line by line: what comes in, what saves, what comes on top.",
    usage: "tare forecast [options] [<scenarios>]",
    discussion: """
      Examples:
        tare forecast --model gpt-5.4 --input-tokens 2000 --output-tokens 500 --requests-per-day 50000
        tare forecast --model gpt-5.4 --input-tokens 2000 --output-tokens 500 --input-cut 60% --response-cache 30%
        tare forecast --input-per-million 3 --output-per-million 15 --input-tokens 2000 --output-tokens 500 \
      --requests-per-day 500000 --self-host-usd 22000
        tare forecast --model gpt-5.4 --prompt prompts/support-agent.md --input-tokens 900 --output-tokens 400
        tare forecast prompts/forecasts/support.yaml      scenarios side by side, the first is the baseline
        tare forecast --ndjson claims.ndjson              recomputes claims, one a line

      A line multiplies what the lines above leave, or adds to it: savings compound and are never added up. Nothing is \
      taken that is not stated, but for the 30 days of a month; what the numbers rest on is printed below them. Without \
      a number of requests, costs are those of 1,000.

      A file has one scenario, or several with what they share above them, in YAML or JSON; \
      Documentation/Forecasting.md has its keys, the formulas, and the kinds of calculations for --ndjson.

      A price that is not known never saves anything: its line changes nothing and says so, JSON has usd null, and the \
      exit code is 1.
      """)

  @Argument(help: ArgumentHelp("A file of scenarios; - is standard input.", valueName: "file"))
  var path: String?

  @Flag(help: "Read a calculation a line, and answer each with a line of JSON.")
  var ndjson = false

  @Option(help: ArgumentHelp("The model that answers where a scenario names none.", valueName: "model"))
  var model: String?

  @OptionGroup var stated: StatedScenarioOptions

  @OptionGroup var prices: RateOptions

  @OptionGroup var output: ReportOutputOptions<ForecastFormat>

  func validate() throws {
    if stated.isStated, path != nil || ndjson {
      throw ValidationError("a file has its own numbers: give it, or --input-tokens and its like")
    }
    if ndjson, !output.report.isEmpty || ![nil, .json, .text].contains(output.format) {
      throw ValidationError("--ndjson answers in JSON, a line for each calculation, or as text")
    }
  }

  func run() throws {
    let catalogue = try prices.catalogue
    if ndjson {
      return try CalculationStream(path: path ?? "-", catalogue: catalogue, at: prices.at, output: output).run()
    }
    let rate = try model.map { model throws(CommandError) in try catalogue.rate(orNearest: model) }
    let report = try report(catalogue, rate.map { rate in prices.at.map(rate.at) ?? rate })
    try output.write { report.rendered(as: $0, toolVersion: TareTool.version) }
    if !report.isComplete { throw ExitCode.findings }
  }

  private func report(_ catalogue: RateCatalogue, _ rate: Rate?) throws(CommandError) -> ForecastReport {
    let scenarios = try scenarios(catalogue, rate)
    do {
      return ForecastReport(try ForecastComparison(scenarios), prices: catalogue, at: prices.at)
    } catch {
      throw path.map { .input($0, error.description) } ?? .usage(error.description)
    }
  }

  private func scenarios(_ catalogue: RateCatalogue, _ rate: Rate?) throws(CommandError) -> [ForecastScenario] {
    guard let path else {
      return [try stated.scenario(rate) { path, rate throws(CommandError) in try CountedPrompt(path, for: rate) }]
    }
    let file = try InputFile.read(path)
    do {
      return try ScenarioFile(
        file.bytes, name: file.path, catalogue: catalogue, at: prices.at, defaultModel: rate,
        folder: path == "-" ? LexicalPath("") : LexicalPath(path).folder
      ) { path, rate in try CountedPrompt(path, for: rate) }.scenarios
    } catch {
      throw CommandError(error)
    }
  }
}
