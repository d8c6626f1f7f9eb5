internal import TareJSON
internal import TareTokens

/// The tokens of a vocabulary: how they are written, what bytes that is, and their ids.
///
/// Where merging begins with bytes, tokens are written in GPT-2's characters. Where it begins with characters, they are
/// written as they are, but for U+2581, which is a space, and for `<0x00>` to `<0xFF>`, which name bytes.
struct TokenList {
  private(set) var bytes: [[UInt8]] = []
  private(set) var ids: [TokenID] = []
  /// Whether the token is an added one, which no text becomes.
  private(set) var isAdded: [Bool] = []
  /// Whether the token is written as the name of a byte.
  private(set) var isByteName: [Bool] = []
  /// The token that is written so.
  private(set) var indices: [[UInt8]: Int] = [:]
  /// The tokens that merging begins with: those of the bytes in their order, then those of longer characters.
  private(set) var symbolIndices: [Int] = []
  private let kind: MergeSymbols
  /// Whether the token is written with a space, which no text has when it merges: there it is a U+2581.
  private var hasSpace: [Bool] = []
  /// The token of each character that has more than one byte.
  private var characters: [[UInt8]: Int] = [:]

  init(
    _ node: VocabularyNode, without added: [AddedToken], symbols: MergeSymbols
  ) throws(VocabularyError) {
    guard node.value.kind == .object else { throw node.error("is no object") }
    kind = symbols
    let addedIDs = Set(added.map(\.id))
    var known: [TokenID: Int] = [:]
    for member in node.value.members {
      guard let id = member.value.integer, (0..<1 << 30).contains(id) else { throw Self.idError(node, member.name) }
      let isAdded = addedIDs.contains(TokenID(id))
      guard let token = token(written: member.key.stringBytes ?? []), !token.isEmpty else {
        if isAdded, known.updateValue(-1, forKey: TokenID(id)) == nil { continue }
        throw node.error("\"\(member.name)\" is not written in the characters that stand for bytes")
      }
      // A byte's token may stand twice, under its name and as the character.
      if let first = known.updateValue(bytes.count, forKey: TokenID(id)) {
        guard symbols == .characters, first >= 0, bytes[first] == token else { throw Self.idError(node, member.name) }
      }
      guard append(token, written: member.key.stringBytes ?? [], TokenID(id), isAdded) else {
        throw node.error("\"\(member.name)\" stands twice")
      }
    }
    symbolIndices = try byteIndices(node)
    if kind == .characters { addCharacters() }
  }

  /// The symbols that merging the token begins with; `nil` where no text has them.
  func symbols(of index: Int) -> [Int]? {
    let token = bytes[index]
    guard kind == .characters else { return token.map { symbolIndices[Int($0)] } }
    if hasSpace[index] { return nil }
    var result: [Int] = []
    for scalar in String(decoding: token, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        result.append(symbolIndices[Int(scalar.value)])
      } else if let character = characters[Array(UTF8.encode(scalar) ?? .init())] {
        result.append(character)
      } else {
        return nil
      }
    }
    return result
  }

  // MARK: Reading

  private static func idError(_ node: VocabularyNode, _ name: String) -> VocabularyError {
    node.error("the id of \"\(name)\" is no whole number, or that of another token")
  }

  private func token(written: [UInt8]) -> [UInt8]? {
    guard kind == .characters else { return ByteAlphabet.bytes(of: written) }
    if let byte = Self.namedByte(written) { return [byte] }
    var token: [UInt8] = []
    var place = 0
    while place < written.count {
      let isMark = written[place...].starts(with: [0xE2, 0x96, 0x81])
      token.append(isMark ? 0x20 : written[place])
      place += isMark ? 3 : 1
    }
    return token
  }

  private mutating func append(_ token: [UInt8], written: [UInt8], _ id: TokenID, _ isAdded: Bool) -> Bool {
    guard indices.updateValue(bytes.count, forKey: written) == nil else { return false }
    bytes.append(token)
    ids.append(id)
    self.isAdded.append(isAdded)
    isByteName.append(kind == .characters && Self.namedByte(written) != nil)
    hasSpace.append(kind == .characters && written.contains(0x20))
    return true
  }

  /// The byte that `<0x0A>` names.
  private static func namedByte(_ written: [UInt8]) -> UInt8? {
    guard written.count == 6, written.starts(with: "<0x".utf8), written[5] == UInt8(ascii: ">") else { return nil }
    let digits = written[3...4]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }) else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  // MARK: Symbols

  /// The token of each byte: a character of one byte goes before the name of that byte.
  private func byteIndices(_ node: VocabularyNode) throws(VocabularyError) -> [Int] {
    var singles = [Int?](repeating: nil, count: 256)
    for (index, token) in bytes.enumerated() where token.count == 1 && !hasSpace[index] {
      if isByteName[index], singles[Int(token[0])] != nil { continue }
      singles[Int(token[0])] = index
    }
    if kind == .characters, singles[0x20].map({ isByteName[$0] }) ?? true {
      throw node.error("U+2581, which stands for a space, has no token")
    }
    var result: [Int] = []
    for (byte, index) in singles.enumerated() {
      guard let index else { throw node.error("byte \(byte) has no token of its own") }
      result.append(index)
    }
    return result
  }

  private mutating func addCharacters() {
    for (index, token) in bytes.enumerated() where token.count > 1 && token.count == Self.length(from: token[0]) {
      characters[token] = index
      symbolIndices.append(index)
    }
  }

  /// How many bytes the character has that begins with that byte.
  private static func length(from byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
