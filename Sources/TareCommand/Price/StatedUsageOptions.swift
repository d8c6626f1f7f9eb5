import ArgumentParser
import Tare

/// The tokens of one request, on the command line.
struct StatedUsageOptions: ParsableArguments {
  @Option(name: .customLong("input"), help: ArgumentHelp("Input tokens of one request.", valueName: "tokens"))
  var inputTokens: Int?

  @Option(
    name: .customLong("output"), help: ArgumentHelp("Output tokens of it, reasoning included.", valueName: "tokens"))
  var outputTokens: Int?

  @Option(
    name: .customLong("cached"), help: ArgumentHelp("Input tokens that were read from the cache.", valueName: "tokens"))
  var cachedTokens: Int?

  @Option(
    name: .customLong("written"),
    help: ArgumentHelp("Input tokens that were written to it, such as 700 or 1h:700.", valueName: "tokens"))
  var writtenTokens: [WrittenTokens] = []

  var isStated: Bool {
    inputTokens != nil || outputTokens != nil || cachedTokens != nil || !writtenTokens.isEmpty
  }

  /// Whether input tokens hold the cached ones has to be said, since providers differ.
  ///
  /// - Parameter counted: The input tokens of a request that was counted, which are all of them.
  func record(counting: Usage.InputCounting?, counted: Int? = nil) throws(CommandError) -> UsageRecord {
    let hasCached = cachedTokens ?? 0 > 0 || writtenTokens.contains { $0.tokens > 0 }
    guard counting != nil || counted != nil || !hasCached else {
      throw .usage("say with --counting whether --input includes-cached or excludes-cached tokens")
    }
    do {
      return try UsageRecord(
        input: counted ?? inputTokens ?? 0, counting: counted == nil ? counting ?? .includesCached : .includesCached,
        cachedRead: cachedTokens ?? 0, cacheWrites: writtenTokens.compactMap(\.write),
        otherWrites: writtenTokens.filter { $0.write == nil }.map(\.tokens), output: outputTokens ?? 0)
    } catch {
      throw .usage(error.description)
    }
  }
}

/// Tokens written to a cache, for a lifetime where one is stated.
struct WrittenTokens: ExpressibleByArgument {
  let tokens: Int
  let lifetime: CacheLifetime?

  var write: CacheWrite? { lifetime.map { CacheWrite(tokens, for: $0) } }

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, let last = parts.last, let tokens = Int(last) else { return nil }
    lifetime = parts.count == 2 ? CacheLifetime(String(parts[0])) : nil
    guard parts.count == 1 || lifetime != nil else { return nil }
    self.tokens = tokens
  }
}
