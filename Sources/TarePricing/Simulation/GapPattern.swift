/// The pauses of the conversations that are simulated.
public enum GapPattern: Sendable, Hashable {
  /// One conversation with the same pause before every request.
  case constant(seconds: Int)
  /// One conversation with these pauses in seconds, the first of which is the one before its second request; the last
  /// one holds for all further requests.
  case listed([Int])
  /// That many conversations with pauses drawn from a histogram.
  case drawn(GapHistogram, conversations: Int)

  /// The most conversations that are drawn.
  public static let conversationLimit = 100_000

  /// The same pauses in as many conversations, for what else is left to chance; what is drawn stays as it is.
  ///
  /// - Throws: ``SimulationError`` for a pause or a number of conversations out of range.
  public func repeated(_ conversations: Int) throws(SimulationError) -> GapPattern {
    guard case .constant(let seconds) = self else { return self }
    return .drawn(try GapHistogram([.init(seconds: seconds, percent: 100)]), conversations: conversations)
  }

  /// How many conversations there are.
  public var conversations: Int {
    if case .drawn(_, let conversations) = self { conversations } else { 1 }
  }

  /// - Throws: ``SimulationError`` for a pause or a number of conversations out of range.
  func validate() throws(SimulationError) {
    let limit = Self.conversationLimit
    guard 1...limit ~= conversations else { throw .conversations(conversations, limit: limit) }
    let seconds: [Int] =
      switch self {
      case .constant(let seconds): [seconds]
      case .listed(let gaps): gaps
      case .drawn: []
      }
    guard seconds.allSatisfy({ 0...GapHistogram.secondsLimit ~= $0 }) else {
      throw .gaps("a pause is 0 to \(GapHistogram.secondsLimit) seconds long")
    }
  }

  /// The pauses before each request, conversation by conversation; that before the first request means nothing.
  func forEachConversation<Failure: Error>(
    turns: Int, _ body: ([Int]) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .constant(let seconds): try body([Int](repeating: seconds, count: turns))
    case .listed(let gaps):
      try body([0] + gaps.prefix(turns - 1) + [Int](repeating: gaps.last ?? 0, count: max(0, turns - 1 - gaps.count)))
    case .drawn(let histogram, let conversations):
      var draw = GapDraw(histogram)
      for _ in 0..<conversations { try body((0..<turns).map { _ in draw.next() }) }
    }
  }
}

extension GapPattern {
  /// How many conversations a histogram stands for where nobody says.
  public static let usualConversations = 2_000

  /// A preset's name, one pause such as `60s`, `10m` or `2h`, or a histogram such as `20s:20,45s:25,…` in percent.
  ///
  /// - Throws: ``SimulationError/gaps(_:)`` that quotes what is not understood.
  public init(_ text: String, conversations: Int = usualConversations) throws(SimulationError) {
    if let preset = GapHistogram.presets.first(where: { $0.name == text }) {
      self = .drawn(preset.histogram, conversations: conversations)
    } else if text.utf8.contains(UInt8(ascii: ":")) {
      self = .drawn(try GapHistogram(text), conversations: conversations)
    } else {
      guard let seconds = seconds(text[...]) else { throw unknownGaps(text) }
      self = .constant(seconds: seconds)
    }
    try validate()
  }
}

extension GapHistogram {
  /// A histogram such as `20s:20,45s:25,10m:55`, in percent.
  fileprivate init(_ text: String) throws(SimulationError) {
    var bins: [Bin] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, let seconds = seconds(sides[0]), let percent = Int(sides[1]) else {
        throw unknownGaps(String(part))
      }
      bins.append(Bin(seconds: seconds, percent: percent))
    }
    try self.init(bins)
  }
}

private func seconds(_ text: Substring) -> Int? {
  let units: [UInt8: Int] = [UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600]
  guard let unit = text.utf8.last.flatMap({ units[$0] }), text.first?.isNumber == true else { return nil }
  let (seconds, isTooLarge) = (Int(text.dropLast()) ?? -1).multipliedReportingOverflow(by: unit)
  return isTooLarge || seconds < 0 ? nil : seconds
}

private func unknownGaps(_ text: String) -> SimulationError {
  let names = GapHistogram.presets.map(\.name).joined(separator: ", ")
  return .gaps(
    "\"\(text)\" is no pause such as 60s, no histogram such as 20s:30,5m:70 and none of \(names)")
}
