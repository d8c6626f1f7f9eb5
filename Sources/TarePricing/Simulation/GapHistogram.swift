/// How long the pauses between requests are, each length with its share of all pauses.
public struct GapHistogram: Sendable, Hashable {
  /// The lengths, in the order in which a draw goes through them.
  public let bins: [Bin]

  /// Pauses of one length.
  public struct Bin: Sendable, Hashable {
    /// The length in seconds.
    public let seconds: Int
    /// Their share of all pauses.
    public let percent: Int

    /// Pauses of one length.
    public init(seconds: Int, percent: Int) { (self.seconds, self.percent) = (seconds, percent) }
  }

  /// The longest pause: ten years.
  public static let secondsLimit = 315_360_000

  /// - Throws: ``SimulationError/gaps(_:)`` for shares that are not 100 percent together, and pauses out of range.
  public init(_ bins: [Bin]) throws(SimulationError) {
    guard bins.allSatisfy({ 0...Self.secondsLimit ~= $0.seconds && 0...100 ~= $0.percent }) else {
      throw .gaps("a pause is 0 to \(Self.secondsLimit) seconds long and has a share of 0 to 100 percent")
    }
    let total = bins.reduce(0) { $0 + $1.percent }
    guard total == 100 else { throw .gaps("the shares of the pauses are \(total) percent together, not 100") }
    self.bins = bins
  }

  private init(preset bins: [(seconds: Int, percent: Int)]) {
    self.bins = bins.map { Bin(seconds: $0.seconds, percent: $0.percent) }
  }

  /// A program that calls a model in a loop: seconds, and rarely minutes.
  public static let agentLoop = GapHistogram(preset: [(5, 50), (20, 30), (60, 15), (240, 5)])
  /// A person who chats: mostly within three minutes, now and then after an hour.
  public static let liveChat = GapHistogram(
    preset: [(20, 20), (45, 25), (90, 20), (180, 15), (400, 8), (900, 5), (2_400, 4), (5_400, 3)])
  /// A case that several people work on: minutes to half a day.
  public static let ticket = GapHistogram(
    preset: [(60, 15), (240, 15), (600, 20), (1_500, 15), (2_700, 10), (7_200, 15), (36_000, 10)])

  /// The presets by the name that the command line has for them.
  public static let presets: [(name: String, histogram: GapHistogram)] = [
    ("agent-loop", .agentLoop), ("live-chat", .liveChat), ("ticket", .ticket),
  ]
}

/// Draws pauses, the same ones each time: conversations that are compared have the same pauses.
struct GapDraw {
  private let histogram: GapHistogram
  private var percentiles = PercentileDraw.ofPauses

  init(_ histogram: GapHistogram) { self.histogram = histogram }

  mutating func next() -> Int {
    var percentile = percentiles.next()
    for bin in histogram.bins {
      if percentile < bin.percent { return bin.seconds }
      percentile -= bin.percent
    }
    // The shares are 100 percent together, so a bin was found.
    return 0
  }
}
