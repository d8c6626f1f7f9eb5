import TareText

extension Rate {
  /// Everything that the rate states, figure by figure, in a fixed order; what is not known is not among it.
  var statements: [(field: String, figure: String)] {
    var list = StatementList()
    list.add("input", input)
    list.add("cachedInput", cachedInput)
    list.add("output", output)
    list.add("", cacheWrites)
    list.add("cacheStorage", cacheStorage)
    list.add("minimumCacheableTokens", minimumCacheableTokens)
    list.add("batch input", batch?.input)
    list.add("batch output", batch?.output)
    list.add("", longContext)
    list.add("offPeak input", offPeak?.input)
    list.add("offPeak cachedInput", offPeak?.cachedInput)
    list.add("offPeak output", offPeak?.output)
    list.add(
      "peak hours",
      offPeak.map {
        "\($0.peakDays) \($0.peakHours.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ", "))"
      })
    for (number, change) in changes.enumerated() {
      let name = "change \(number + 1) "
      list.add(name + "from", change.from.description)
      list.add(name + "input", change.input)
      list.add(name + "cachedInput", change.cachedInput)
      list.add(name + "output", change.output)
      list.add(name, change.cacheWrites)
      list.add(name, change.longContext)
    }
    list.add("maximumInputTokens", maximumInputTokens)
    list.add("maximumOutputTokens", maximumOutputTokens)
    list.add("retires", retires?.description)
    return list.statements
  }
}

/// Statements that are being collected.
private struct StatementList {
  var statements: [(field: String, figure: String)] = []

  mutating func add(_ field: String, _ figure: String?) {
    if let figure { statements.append((field, figure)) }
  }

  mutating func add(_ field: String, _ price: TokenPrice?) { add(field, price?.perMillionText) }

  mutating func add(_ field: String, _ count: Int?) { add(field, count.map(String.init)) }

  mutating func add(_ prefix: String, _ writes: [CacheWritePrice]) {
    for write in writes { add("\(prefix)cacheWrite \(write.lifetime)", write.price) }
  }

  mutating func add(_ prefix: String, _ tiers: [LongContextTier]) {
    for (number, tier) in tiers.enumerated() {
      let name = "\(prefix)longContext \(number + 1) "
      add(name + "from", tier.from)
      add(name + "input", tier.input)
      add(name + "cachedInput", tier.cachedInput)
      add(name + "output", tier.output)
      add(name, tier.cacheWrites)
    }
  }
}
