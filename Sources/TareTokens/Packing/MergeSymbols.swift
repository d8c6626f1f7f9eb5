/// What merging begins with.
package enum MergeSymbols: Sendable, Hashable {
  /// Each byte by itself.
  case bytes
  /// Each character that has a token; any other becomes its bytes, which merge with nothing.
  case characters
}

extension MergeSymbols {
  /// Whether merging may come to a token that ends before that byte.
  func mayBegin(with byte: UInt8) -> Bool { self == .bytes || byte & 0xC0 != 0x80 }

  /// How many bytes the symbol has that begins with that byte, in text that is UTF-8.
  func length(from byte: UInt8) -> Int {
    guard self == .characters else { return 1 }
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}

/// The ranks of the symbols of a vocabulary.
struct SymbolRanks {
  /// The rank of each byte.
  private(set) var bytes = [TokenID](repeating: PackLayout.noToken, count: 256)
  private var characters: [[UInt8]: TokenID] = [:]
  private let symbols: MergeSymbols

  init(_ ranks: RankList) {
    symbols = ranks.symbols
    for (rank, token) in ranks.tokens.enumerated() {
      if token.count == 1 {
        bytes[Int(token[0])] = TokenID(rank)
      } else if isSymbol(token) {
        characters[token] = TokenID(rank)
      }
    }
  }

  /// Whether the token is one symbol, which no merge makes.
  func isSymbol(_ token: [UInt8]) -> Bool { token.count == 1 || token.count == symbols.length(from: token[0]) }

  /// The symbols that merging a token begins with.
  func ranks(of token: [UInt8]) -> [TokenID] {
    var result: [TokenID] = []
    var place = 0
    while place < token.count {
      let end = min(place + symbols.length(from: token[place]), token.count)
      if end - place > 1, let rank = characters[Array(token[place..<end])] {
        result.append(rank)
      } else {
        result += token[place..<end].map { bytes[Int($0)] }
      }
      place = end
    }
    return result
  }
}
