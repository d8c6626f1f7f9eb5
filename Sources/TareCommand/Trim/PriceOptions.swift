import ArgumentParser
import Tare

/// What trimming costs, and when a cut is put off for it.
struct PriceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many requests a conversation is likely to have in all: a cut that would cost more, with the provider's cache, than it saves on those that are left is put off, and the payload may be over --budget until then.",
      valueName: "n"))
  var expectedRequests: Int?

  @Option(
    help: ArgumentHelp(
      "With --expected-requests: the most tokens that are sent whatever a cut costs; what the model takes where it is not given.",
      valueName: "tokens"))
  var most: Int?

  @Option(
    name: .customLong("idle"),
    help: ArgumentHelp(
      "How many seconds ago the last request was; after the cache's lifetime a cut costs nothing.",
      valueName: "seconds"))
  var idleSeconds: Int?

  @Option(
    help: ArgumentHelp("How long the provider's cache keeps a prefix, such as 5m or 1h.", valueName: "time"))
  var cacheLifetime: CacheLifetime?

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("The day whose prices hold; that of the catalogue unless given.", valueName: "date"))
  var time: PriceTime?

  func validate() throws {
    for (name, value, least) in [
      ("--expected-requests", expectedRequests, 1), ("--most", most, 1), ("--idle", idleSeconds, 0),
    ] {
      if let value, value < least { throw ValidationError("\(name) takes a number from \(least)") }
    }
    if most != nil, expectedRequests == nil { throw ValidationError("--most goes with --expected-requests") }
  }
}
