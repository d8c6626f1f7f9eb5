internal import CTareICU

/// How much a search may use before it ends by itself.
public struct SearchLimits: Sendable, Hashable {
  /// Processor time of the thread for all of a text, in milliseconds.
  public let milliseconds: Int
  /// What an attempt may put aside to come back to, in bytes.
  public let stackBytes: Int
  /// How many matches are given.
  public let matches: Int

  /// Limits; what is left out is plenty for any text and expression that was not made to run out.
  public init(milliseconds: Int = 1_000, stackBytes: Int = 8_000_000, matches: Int = 10_000) {
    self.milliseconds = max(milliseconds, 0)
    self.stackBytes = max(stackBytes, 0)
    self.matches = max(matches, 0)
  }
}

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// One place.
  public struct Match: Sendable, Hashable {
    /// The UTF-8 offsets of the match and of each group, `nil` for one that took no part.
    public let groups: [Range<Int>?]
    /// The UTF-8 offsets of the match; never empty.
    public let range: Range<Int>
  }

  /// Why there may be more.
  public enum Limit: Sendable, Hashable {
    /// The time is used up.
    case time
    /// An attempt needed more stack.
    case stack
    /// There are as many matches as may be given.
    case matches
  }

  /// The places, in order.
  public internal(set) var matches: [Match] = []
  /// Which limit ended the search; `nil` for one that is complete.
  public internal(set) var limit: Limit?
}

extension RegularExpression {
  /// The places in `regions` of `utf8` that match, none of them empty. Each region is looked at as if it were all of the
  /// text: neither a match nor what stands around it leaves the region.
  ///
  /// - Precondition: the regions lie in the text, and it is valid UTF-8 of less than 2 GB.
  /// - Complexity: whatever the expression takes, up to the limits.
  public func search(_ utf8: Span<UInt8>, in regions: [Range<Int>], limits: SearchLimits = SearchLimits())
    -> SearchResult
  {
    var result = SearchResult()
    unsafe utf8.withUnsafeBufferPointer { buffer in
      var status: Int32 = 0
      let opened = unsafe tare_icu_matches_open(
        pattern, buffer.baseAddress, Int64(buffer.count), Int64(clamping: limits.milliseconds) * 1_000_000,
        Int32(clamping: limits.stackBytes), &status)
      requireMemory(status)
      guard let search = unsafe opened else { return }
      defer { unsafe tare_icu_matches_close(search) }
      // SAFETY: the search reads the buffer only in this closure, and the pattern as long as `self` lives.
      for region in regions where result.limit == nil {
        unsafe append(search, region, to: &result, limits)
      }
    }
    return result
  }

  private func append(
    _ search: OpaquePointer, _ region: Range<Int>, to result: inout SearchResult, _ limits: SearchLimits
  ) {
    var status: Int32 = 0
    unsafe tare_icu_matches_region(search, Int64(region.lowerBound), Int64(region.upperBound), &status)
    requireMemory(status)
    while true {
      let outcome = Int(unsafe tare_icu_matches_next(search))
      guard outcome == TARE_ICU_MATCH else {
        result.limit = outcome == TARE_ICU_NO_MORE ? nil : outcome == TARE_ICU_OUT_OF_STACK ? .stack : .time
        return
      }
      guard let match = unsafe match(search) else { continue }
      guard result.matches.count < limits.matches else {
        result.limit = .matches
        return
      }
      result.matches.append(match)
    }
  }

  private func match(_ search: OpaquePointer) -> SearchResult.Match? {
    let groups = (0...groupCount).map { group -> Range<Int>? in
      var end: Int64 = -1
      let start = unsafe tare_icu_matches_group(search, Int32(group), &end)
      return start >= 0 && end >= start ? Int(start)..<Int(end) : nil
    }
    guard let range = groups[0], !range.isEmpty else { return nil }
    return SearchResult.Match(groups: groups, range: range)
  }
}
