public import TarePricing

/// How the prompts of a history are used: one model counts and prices all of them, and each has its own traffic.
public struct HistoryUses: Sendable, Hashable {
  /// What counts and prices them.
  public let model: PromptUse
  /// How each is sent, by every path that it had; one that is not here is used as ``model`` says.
  public let traffic: [String: TrafficProfile]

  /// Prompts that `model` counts and prices and that are sent as `traffic` says of their paths.
  public init(_ model: PromptUse, traffic: [String: TrafficProfile] = [:]) {
    (self.model, self.traffic) = (model, traffic)
  }

  /// Whether somebody stated how often one of the prompts is sent, and there is a price.
  public var hasMonth: Bool { model.price != nil && profiles.contains { $0.requestsPerMonth != nil } }

  /// Every way in which prompts are sent.
  private var profiles: [TrafficProfile] { traffic.isEmpty ? [model.traffic] : Array(traffic.values) }

  /// How the prompt at `path` is used.
  func use(at path: String) -> PromptUse {
    guard let profile = traffic[path] else { return model }
    return PromptUse(
      counting: model.tokenizer, price: model.price, traffic: profile, unpricedModel: model.unpricedModel)
  }
}
