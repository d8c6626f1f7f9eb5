import TarePricing
import TareYAML

extension SettingNode {
  /// A decimal number from 0, such as `2.50`; low lines may stand between digits.
  func decimal() throws(ConfigurationError) -> Fraction {
    let number = try fraction("a decimal number such as 2.50") { text throws(DecimalTextError) in
      try Fraction(decimal: text)
    }
    guard !number.isNegative else { throw error("\(key) takes a number from 0, and here is one below") }
    return number
  }

  /// A share such as `8%` or `0.08`.
  func share() throws(ConfigurationError) -> Fraction {
    let share = try fraction("a share such as 8% or 0.08") { text throws(DecimalTextError) in
      try Fraction(share: text)
    }
    guard !share.isNegative, share <= .one else {
      throw error("\(key) takes a share from 0% to 100%, and here is \(try text())")
    }
    return share
  }

  /// The same where a share may be more than the whole.
  func multiple() throws(ConfigurationError) -> Fraction {
    let share = try fraction("a share such as 15% or 0.15") { text throws(DecimalTextError) in
      try Fraction(share: text)
    }
    let written = try text()
    guard share <= .one || written.hasSuffix("%") else {
      throw error("\(key) is above the whole; write \(written)% for that many hundredths")
    }
    return share
  }

  func price() throws(ConfigurationError) -> TokenPrice {
    let text = try text()
    do { return try TokenPrice(perMillion: text) } catch {
      throw self.error("\(key) takes dollars for a million tokens: \(error)")
    }
  }

  private func fraction(
    _ what: String, _ read: (String) throws(DecimalTextError) -> Fraction
  ) throws(ConfigurationError) -> Fraction {
    let text = try text()
    let digits = String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    do { return try read(digits) } catch {
      guard error.code == .malformed else { throw self.error("\(key): \(error)") }
      throw self.error("\(key) takes \(what), and here is \"\(text.prefix(60))\"")
    }
  }

  func scenarioObject(_ object: ScenarioObject) throws(ConfigurationError) -> SettingObject {
    guard case .mapping(let pairs) = node.content else { throw error("\(key) takes a mapping") }
    return try SettingObject(pairs, keys: object.keys, isRoot: object == .file, at: self)
  }

  /// The mappings of a list.
  func scenarioObjects(_ object: ScenarioObject) throws(ConfigurationError) -> [SettingObject] {
    guard case .sequence(let items) = node.content else { throw error("\(key) takes a list of mappings") }
    var objects: [SettingObject] = []
    for item in items { objects.append(try SettingNode(node: item, file: file, key: key).scenarioObject(object)) }
    return objects
  }
}

extension SettingObject {
  func decimal(_ name: String) throws(ConfigurationError) -> Fraction? { try self[name]?.decimal() }
  func share(_ name: String) throws(ConfigurationError) -> Fraction? { try self[name]?.share() }
  func price(_ name: String) throws(ConfigurationError) -> TokenPrice? { try self[name]?.price() }

  func scenarioObjects(_ name: String, _ object: ScenarioObject) throws(ConfigurationError) -> [SettingObject] {
    try self[name]?.scenarioObjects(object) ?? []
  }
}
