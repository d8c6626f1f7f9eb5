import TareJSON
import TarePricing
import TareText
import TareYAML

extension ConfiguredRates {
  /// The rates that a mapping writes, with the members of a file of rates.
  ///
  /// They are written as such a file and read as one, so that both mean the same.
  init(_ node: SettingNode) throws(ConfigurationError) {
    let rates = try node.object(.rates)
    let json = try rates.json(.rates, unsaid: ["source": node.file.name])
    place = node.place
    do throws(CatalogueError) {
      catalogue = try RateCatalogue(parsing: json, namingRulesOf: try RateCatalogue.builtIn)
    } catch {
      throw ConfigurationError(try rates.place(of: error), error.description)
    }
  }
}

extension SettingObject {
  /// The object as JSON with the members of a file of rates.
  ///
  /// - Parameter unsaid: Texts of members that are left out here and needed there.
  fileprivate func json(_ object: ConfigurationObject, unsaid: [String: String]) throws(ConfigurationError) -> [UInt8] {
    var members: [(name: String, value: [UInt8])] = []
    if object == .rates {
      members = [("schemaVersion", Array("1".utf8))]
      members += [("currency", text("USD")), ("unit", text("million tokens"))]
    }
    for key in object.keys {
      if let node = self[key.name] {
        members.append((key.name, try node.json(key.kind, unsaid: unsaid)))
      } else if key.name == "source", let file = unsaid["source"] {
        members.append((key.name, object == .rate ? record(file) : text(file)))
      }
    }
    var writer = JSONWriter()
    writer.object { for member in members { $0.member(member.name, raw: member.value[...]) } }
    return writer.bytes
  }

  private func text(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(text)
    return writer.bytes
  }

  private func record(_ file: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("record", file) }
    return writer.bytes
  }

  /// Where an error of the catalogue is about: at the member it names, or at the entry.
  fileprivate func place(of error: CatalogueError) throws(ConfigurationError) -> SettingPlace {
    switch error {
    case .malformed: return place
    case .duplicateName(let name):
      if let rule = try objects("caching", .cacheRule).last(where: { $0.isNamed(name) }) { return rule.place }
      return try objects("models", .rate).last { $0.isNamed(name) }?.place ?? place
    case .invalidMember(let entry, let member, _):
      let model = try objects("models", .rate).first { $0.isNamed(entry) }
      let rule = try objects("caching", .cacheRule).first { $0.isNamed(entry) }
      guard let object = model ?? rule else { return place }
      return object.place(of: member) ?? object.place
    }
  }

  /// Whether it is the model or the rule of that name.
  private func isNamed(_ name: String) -> Bool {
    let names = [self["model"], self["rule"]].compactMap(\.self).compactMap { try? $0.text() }
    let aliases = ((try? texts("aliases")) ?? []).map(\.value)
    return (names + aliases).contains { $0.lowercased() == name.lowercased() }
  }

  /// Where the first member of that name stands, in this object or within.
  private func place(of member: String) -> SettingPlace? {
    if let node = self[member] { return node.place }
    return ConfigurationObject.rate.keys.lazy.compactMap { self[$0.name]?.place(ofMember: member) }.first
  }
}

extension SettingNode {
  fileprivate func json(_ kind: ConfigurationKey.Kind, unsaid: [String: String]) throws(ConfigurationError) -> [UInt8] {
    var writer = JSONWriter()
    switch kind {
    case .text, .price, .choice: writer.value(try text())
    case .date: writer.value(try date().description)
    case .number: writer.value(try number())
    case .truth: writer.value(try truth())
    case .texts:
      let texts = try texts()
      writer.array { array in texts.forEach { array.value($0.value) } }
    case .object(let object): return try self.object(object).json(object, unsaid: unsaid)
    case .objects(let object):
      var elements: [[UInt8]] = []
      for element in try objects(object) { elements.append(try element.json(object, unsaid: unsaid)) }
      writer.array { array in elements.forEach { array.raw($0[...]) } }
    case .growth, .choices, .numberOrObject, .mapping: writer.null()
    }
    return writer.bytes
  }

  fileprivate func place(ofMember name: String) -> SettingPlace? {
    switch node.content {
    case .scalar: return nil
    case .sequence(let items):
      return items.lazy.compactMap { SettingNode(node: $0, file: file, key: key).place(ofMember: name) }.first
    case .mapping(let pairs):
      for pair in pairs {
        let value = SettingNode(node: pair.value, file: file, key: name)
        if pair.key.scalar == name { return value.place }
        if let place = value.place(ofMember: name) { return place }
      }
      return nil
    }
  }
}
