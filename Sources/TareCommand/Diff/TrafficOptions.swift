import ArgumentParser
import Tare

/// How often each prompt is sent and what surrounds it, laid over what tare.yaml says.
struct TrafficOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How often each prompt is sent in a month.", valueName: "n"))
  var requestsPerMonth: Int?

  @Option(help: ArgumentHelp("Output tokens of a request; only input is priced if nobody says.", valueName: "n"))
  var outputTokens: Int?

  @Option(
    help: ArgumentHelp(
      "The pauses between requests: agent-loop, live-chat, ticket, one such as 60s, or shares such as 20s:30,10m:70.",
      valueName: "gaps"))
  var gaps: GapPattern?

  @Option(
    help: ArgumentHelp(
      "none, automatic for the provider's usual cache, or a lifetime it has, such as 1h.", valueName: "mode"))
  var cache: CacheChoice?

  func validate() throws {
    if let requestsPerMonth, requestsPerMonth < 1 { throw ValidationError("--requests-per-month takes 1 or more") }
    if let outputTokens, outputTokens < 0 { throw ValidationError("--output-tokens takes 0 or more") }
  }

  /// Whether an option is of use only with a price.
  var needsPrice: Bool { requestsPerMonth != nil || outputTokens != nil || gaps != nil || cache != nil }

  /// The profile with what the options say.
  func laid(over profile: TrafficProfile?) -> TrafficProfile {
    var laid = profile ?? TrafficProfile()
    if let requestsPerMonth { (laid.shape, laid.perMonth, laid.callsPerTask) = (.requests, requestsPerMonth, 1) }
    laid.outputTokens = outputTokens ?? laid.outputTokens
    laid.gaps = gaps ?? laid.gaps
    laid.cache = cache ?? laid.cache
    return laid
  }
}
