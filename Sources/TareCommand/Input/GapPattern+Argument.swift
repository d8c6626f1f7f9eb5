public import ArgumentParser
public import Tare

extension GapPattern: ExpressibleByArgument {
  /// A preset, one pause or a histogram, drawn as for a traffic profile.
  public init?(argument: String) {
    guard let pattern = try? GapPattern(argument, conversations: TrafficProfile.drawnConversations) else { return nil }
    self = pattern
  }
}
