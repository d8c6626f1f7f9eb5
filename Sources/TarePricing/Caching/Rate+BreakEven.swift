extension Rate {
  /// From which share of hits writing a prefix to the cache for `lifetime` is cheaper than sending it without one, in
  /// thousandths, rounded half up; `nil` where a price is not known or writing costs no more than input.
  ///
  /// Of *n* requests with a prefix the share *h* reads it and the rest writes it: *h·r + (1 − h)·w* is below the input
  /// price *i* where *h* is above *(w − i) / (w − r)*.
  public func breakEvenHitsInThousandths(for lifetime: CacheLifetime) -> Int? {
    guard let read = cachedInput?.stepsPerToken, let write = prices(forInput: 0).write(for: lifetime)?.stepsPerToken,
      write > input.stepsPerToken, write > read
    else { return nil }
    return rounded(UInt128(write - input.stepsPerToken) * 1_000, dividedBy: UInt128(write - read))
  }

  /// From how many requests an hour keeping a prefix in a stored cache is cheaper than sending it each time, in tenths,
  /// rounded half up; `nil` where a price is not known. The size of the prefix does not matter.
  ///
  /// Storing costs *s* a token and hour, and each request saves *i − r* of it: it pays above *s / (i − r)*.
  public var breakEvenRequestsPerHourInTenths: Int? {
    guard let storage = cacheStorage?.stepsPerToken, let read = cachedInput?.stepsPerToken, read < input.stepsPerToken
    else { return nil }
    return rounded(UInt128(storage) * 10, dividedBy: UInt128(input.stepsPerToken - read))
  }
}

private func rounded(_ number: UInt128, dividedBy divisor: UInt128) -> Int {
  Int(clamping: (2 * number + divisor) / (2 * divisor))
}
