/// The tokens of a vocabulary in rank order, as bytes: what a pack is made from.
package struct RankList: Sendable, Hashable {
  /// The bytes of each token; the index is the rank and the id.
  package let tokens: [[UInt8]]

  /// A list from its tokens.
  ///
  /// - Throws: ``PackingError`` for an empty, overlong or repeated token, and for a byte without a token.
  package init(_ tokens: [[UInt8]]) throws(PackingError) {
    guard tokens.count < 1 << PackLayout.idBits else { throw .tooManyTokens(tokens.count) }
    var seen = Set<[UInt8]>()
    for (rank, token) in tokens.enumerated() {
      guard (1...255).contains(token.count) else { throw .tokenLength(rank: rank, bytes: token.count) }
      guard seen.insert(token).inserted else { throw .repeatedToken(rank: rank) }
    }
    for byte in UInt8.min...UInt8.max where !seen.contains([byte]) { throw .missingByte(byte) }
    self.tokens = tokens
  }

  /// Reads tiktoken's form: one line `<base64 of the bytes> <rank>` for each token.
  package init(tiktoken text: [UInt8]) throws(PackingError) {
    var tokens: [[UInt8]?] = []
    for (number, line) in text.split(separator: 0x0A).enumerated() {
      let parts = line.split(separator: 0x20)
      guard parts.count == 2, let token = decodeBase64(parts[0]), let rank = decimal(parts[1]),
        rank < 1 << PackLayout.idBits
      else {
        throw .malformedLine(number + 1)
      }
      while tokens.count <= rank { tokens.append(nil) }
      guard tokens[rank] == nil else { throw .brokenRanks(rank) }
      tokens[rank] = token
    }
    var complete: [[UInt8]] = []
    for (rank, token) in tokens.enumerated() {
      guard let token else { throw .brokenRanks(rank) }
      complete.append(token)
    }
    try self.init(complete)
  }

  /// Reads the compact form: for each token in rank order its length as one byte, then its bytes.
  package init(compact bytes: [UInt8]) throws(PackingError) {
    var tokens: [[UInt8]] = []
    var offset = 0
    while offset < bytes.count {
      let end = offset + 1 + Int(bytes[offset])
      guard end <= bytes.count else { throw .truncatedRankList }
      tokens.append(Array(bytes[(offset + 1)..<end]))
      offset = end
    }
    try self.init(tokens)
  }

  /// The compact form: the source that stands beside each pack in the repository.
  package var compact: [UInt8] {
    tokens.flatMap { [UInt8($0.count)] + $0 }
  }
}

private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    ? Int(String(decoding: digits, as: UTF8.self)) : nil
}

/// RFC 4648 base64 with padding; `nil` when malformed.
private func decodeBase64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  guard !text.isEmpty, text.count % 4 == 0 else { return nil }
  var bytes: [UInt8] = []
  var buffer: UInt32 = 0
  var bits = 0
  let digits =
    text.suffix(2).allSatisfy { $0 == UInt8(ascii: "=") }
    ? text.dropLast(2) : text.last == UInt8(ascii: "=") ? text.dropLast() : text
  for digit in digits {
    guard let value = base64Value(digit) else { return nil }
    buffer = buffer << 6 | value
    bits += 6
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
  }
  return bytes
}

private func base64Value(_ digit: UInt8) -> UInt32? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
  case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
