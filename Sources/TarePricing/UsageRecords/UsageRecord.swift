import TareJSON

/// What one request used, as its provider or a gateway reported it.
public struct UsageRecord: Sendable, Hashable {
  /// The model that the record names, if it names one.
  public let model: String?
  /// The form of the record; `nil` for numbers that somebody states.
  public let shape: UsageShape?
  /// When the request was sent, where the record says so.
  public let time: PriceTime?
  /// How it was processed, where the record says so.
  public let tier: ServiceTier
  /// What was used beside text, and has a price that is not known: `audio input`, `web search`.
  public let unpriced: [String]
  let input: Int
  let counting: Usage.InputCounting
  let cachedRead: Int
  let cacheWrites: [CacheWrite]
  /// Written tokens of which the record does not say for how long.
  let otherWrites: Int
  let output: Int

  /// How a request was processed.
  public enum ServiceTier: Sendable, Hashable {
    /// At once, at the usual price.
    case standard
    /// Within the batch window.
    case batch
    /// In a way that has another price, which is not known.
    case other(String)
  }

  /// The usage, written tokens included.
  ///
  /// - Parameter lifetime: For how long tokens were written of which the record does not say so.
  /// - Throws: ``UsageError`` where the numbers cannot be.
  public func usage(writtenFor lifetime: CacheLifetime) throws(UsageError) -> Usage {
    try Usage(
      input: input, counting: counting, cachedRead: cachedRead,
      cacheWrites: cacheWrites + [CacheWrite(otherWrites, for: lifetime)], output: output)
  }
}

extension UsageRecord {
  /// Numbers that somebody states.
  ///
  /// - Parameter otherWrites: Tokens that were written for a lifetime that is not stated.
  /// - Throws: ``UsageRecordError/usage(_:)`` for numbers that cannot be.
  public init(
    input: Int, counting: Usage.InputCounting, cachedRead: Int = 0, cacheWrites: [CacheWrite] = [],
    otherWrites: [Int] = [], output: Int = 0
  ) throws(UsageRecordError) {
    (model, time, tier, unpriced) = (nil, nil, .standard, [])
    (shape, self.input, self.counting, self.cachedRead) = (nil, input, counting, cachedRead)
    (self.cacheWrites, self.output) = (cacheWrites, output)
    self.otherWrites = Int(clamping: otherWrites.reduce(Int128(0)) { $0 + Int128($1) })
    guard otherWrites.allSatisfy({ $0 >= 0 }) else { throw .usage(.negative) }
    do { _ = try usage(writtenFor: .fiveMinutes) } catch { throw .usage(error) }
  }

  /// Reads a record: the object of usage by itself, or a response or a line of a log with it inside.
  ///
  /// - Parameter counting: Whether input tokens hold the cached ones, where the shape is not to decide it.
  /// - Throws: ``UsageRecordError``.
  public init(parsing bytes: [UInt8], counting: Usage.InputCounting? = nil) throws(UsageRecordError) {
    let root: JSONValue
    do { root = try JSONDocument(parsing: bytes).root } catch { throw .malformed(error.description) }
    try self.init(root, counting: counting)
  }

  /// Reads a record from JSON that is parsed already.
  ///
  /// - Throws: ``UsageRecordError``.
  init(_ root: JSONValue, counting: Usage.InputCounting?) throws(UsageRecordError) {
    let envelope = UsageEnvelope(root)
    guard let usage = envelope.usage, let shape = UsageShape(of: usage) else { throw .noUsage }
    let numbers = try UsageNumbers(usage, shape)
    (model, time) = (envelope.model, envelope.time)
    (self.shape, self.counting) = (shape, counting ?? shape.counting)
    tier = ServiceTier(name: envelope.serviceTier)
    (input, cachedRead, output) = (numbers.input, numbers.cachedRead, numbers.output)
    (cacheWrites, otherWrites, unpriced) = (numbers.cacheWrites, numbers.otherWrites, numbers.unpriced)
    do { _ = try self.usage(writtenFor: .fiveMinutes) } catch { throw .usage(error) }
  }
}

extension UsageRecord.ServiceTier {
  init(name: String?) {
    switch name {
    case nil, "standard", "default", "auto", "on_demand", "ON_DEMAND": self = .standard
    case "batch": self = .batch
    case .some(let name): self = .other(name)
    }
  }
}
