import TareText
import TareYAML

/// A value in tare.yaml, to be read as what the key before it asks for. Every mistake names its place.
struct SettingNode {
  let node: YAMLNode
  let file: SettingFile
  /// The key it stands behind, as it was written.
  let key: String

  var place: SettingPlace { file.place(of: node) }

  func error(_ reason: String) -> ConfigurationError { ConfigurationError(place, reason) }

  private func expected(_ what: String) -> ConfigurationError {
    let found =
      switch node.content {
      case .scalar(let text): text.isEmpty ? "nothing" : "\"\(shortened(text))\""
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    return error("\(key) takes \(what), and here is \(found)")
  }

  private func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(60)) + "…" : text
  }

  /// The text of a scalar; a key without a value has none.
  private var scalar: String? {
    guard let text = node.scalar, node.style != .plain || !["", "~", "null"].contains(text) else { return nil }
    return text
  }

  func text() throws(ConfigurationError) -> String {
    guard let scalar else { throw expected("a text") }
    return scalar
  }

  func locatedText() throws(ConfigurationError) -> Located<String> { Located(try text(), at: place) }

  func texts() throws(ConfigurationError) -> [Located<String>] {
    if scalar != nil { return [try locatedText()] }
    guard case .sequence(let items) = node.content else { throw expected("a text or a list of texts") }
    var texts: [Located<String>] = []
    for item in items {
      let node = SettingNode(node: item, file: file, key: key)
      guard let text = node.scalar else { throw node.expected("a list of texts") }
      texts.append(Located(text, at: node.place))
    }
    return texts
  }

  /// A whole number from 0, also with low lines between its digits, as YAML 1.1 has it.
  func number() throws(ConfigurationError) -> Int {
    guard let number = number(scalar ?? "") else { throw expected("a whole number from 0") }
    return number
  }

  private func number(_ text: String) -> Int? {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "_") }
    guard !digits.isEmpty, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  func truth() throws(ConfigurationError) -> Bool {
    switch scalar {
    case "true": return true
    case "false": return false
    default: throw expected("true or false")
    }
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) throws(ConfigurationError) -> Choice {
    let names = Choice.allCases.map(\.rawValue)
    guard let scalar else { throw expected("one of \(names.joined(separator: ", "))") }
    guard let choice = Choice(rawValue: scalar) else {
      let nearest = nearestName(to: scalar, among: names).map { "; did you mean \"\($0)\"?" }
      throw error(
        "\(key) has no \"\(shortened(scalar))\"" + (nearest ?? "; there are \(names.joined(separator: ", "))"))
    }
    return choice
  }

  /// One choice or a list of them.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(_ kind: Choice.Type)
    throws(ConfigurationError) -> [Choice]
  {
    guard case .sequence(let items) = node.content else { return [try choice(kind)] }
    var choices: [Choice] = []
    for item in items { choices.append(try SettingNode(node: item, file: file, key: key).choice(kind)) }
    return choices
  }

  func date() throws(ConfigurationError) -> CalendarDate {
    guard let date = CalendarDate(scalar ?? "") else { throw expected("a day such as 2026-12-31") }
    return date
  }

  /// The pairs of a mapping whose keys the writer chose.
  func namedPairs() throws(ConfigurationError) -> [(name: Located<String>, value: SettingNode)] {
    guard case .mapping(let pairs) = node.content else { throw expected("a mapping") }
    var named: [(Located<String>, SettingNode)] = []
    for pair in pairs {
      let name = try SettingNode(node: pair.key, file: file, key: key).locatedText()
      named.append((name, SettingNode(node: pair.value, file: file, key: name.value)))
    }
    return named
  }

  func object(_ object: ConfigurationObject) throws(ConfigurationError) -> SettingObject {
    guard case .mapping(let pairs) = node.content else { throw expected("a mapping") }
    return try SettingObject(pairs, object, at: self)
  }

  func objects(_ object: ConfigurationObject) throws(ConfigurationError) -> [SettingObject] {
    guard case .sequence(let items) = node.content else { throw expected("a list of mappings") }
    var objects: [SettingObject] = []
    for item in items { objects.append(try SettingNode(node: item, file: file, key: key).object(object)) }
    return objects
  }
}
