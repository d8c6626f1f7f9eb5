import TareAudit
import TarePricing
import TareText
import TareYAML

extension Traffic {
  /// How the files of a pattern are sent: a number of requests, or a mapping that says more.
  init(_ node: SettingNode, files: PathPattern, at place: SettingPlace) throws(ConfigurationError) {
    self.files = files
    self.place = place
    guard case .mapping = node.node.content else {
      var profile = TrafficProfile()
      profile.perMonth = try node.number()
      (self.profile, model) = (profile, nil)
      return
    }
    let object = try node.object(.trafficProfile)
    model = try object.locatedText("model")
    profile = try TrafficProfile(object)
  }
}

extension TrafficProfile {
  fileprivate init(_ object: SettingObject) throws(ConfigurationError) {
    self.init()
    try readVolume(object)
    callsPerTask = try object.positive("calls-per-task") ?? 1
    newInputTokens = try object.tokens("new-input-tokens") ?? 0
    outputTokens = try object.tokens("output-tokens")
    gaps = try object["gaps"].map { node throws(ConfigurationError) in try node.gaps() }
    cache = try object["cache"].map { node throws(ConfigurationError) in try node.cacheChoice() } ?? .automatic
    processing = try object.truth("batch") == true ? .batch : .standard
    let tier = try object.text("tier")
    self.tier = tier == "standard" ? nil : tier
    retriesPerMillion = try object["retries"].map { node throws(ConfigurationError) in try node.millionths() } ?? 0
    guard let batch = object["batch"], processing == .batch, shape != .requests else { return }
    throw batch.error("the turns of a conversation cannot wait for a batch")
  }

  private mutating func readVolume(_ object: SettingObject) throws(ConfigurationError) {
    let requests = try object.number("requests-per-month")
    let turns = try object.positive("turns")
    guard let conversations = object["conversations-per-month"] else {
      perMonth = requests
      if let turns { shape = .conversation(turns: turns) }
      // Requests with turns are requests of conversations: whole ones, so that a month has no part of one.
      if let turns, requests != nil, let node = object["requests-per-month"] {
        throw node.error("requests-per-month goes with no turns; conversations-per-month does (\(turns) turns each)")
      }
      return
    }
    if let other = object["requests-per-month"] {
      throw other.error("requests-per-month and conversations-per-month exclude each other")
    }
    perMonth = try conversations.number()
    guard let turns else { throw conversations.error("conversations-per-month needs turns, the requests of each") }
    shape = .conversation(turns: turns)
  }
}

extension SettingObject {
  fileprivate func positive(_ name: String) throws(ConfigurationError) -> Int? {
    guard let node = self[name] else { return nil }
    let number = try node.number()
    guard 1...SimulatedConversation.turnLimit ~= number else {
      throw node.error("\(name) is 1 to \(SimulatedConversation.turnLimit), and here is \(number)")
    }
    return number
  }

  fileprivate func tokens(_ name: String) throws(ConfigurationError) -> Int? {
    guard let node = self[name] else { return nil }
    let number = try node.number()
    guard number <= SimulatedConversation.partLimit else {
      throw node.error("\(name) is at most \(SimulatedConversation.partLimit), and here is \(number)")
    }
    return number
  }
}

extension SettingNode {
  fileprivate func gaps() throws(ConfigurationError) -> GapPattern {
    do { return try GapPattern(try text()) } catch let error
      as SimulationError
    {
      throw self.error(error.description)
    } catch let error as ConfigurationError { throw error } catch { throw self.error("\(error)") }
  }

  fileprivate func cacheChoice() throws(ConfigurationError) -> CacheChoice {
    let text = try text()
    guard let choice = CacheChoice(text) else {
      throw error("cache takes none, automatic or a lifetime such as 1h, and here is \"\(text.prefix(40))\"")
    }
    return choice
  }

  fileprivate func millionths() throws(ConfigurationError) -> Int {
    let text = try text()
    do { return try TrafficProfile.retriesPerMillion(text) } catch { throw self.error("retries: \(error)") }
  }
}
