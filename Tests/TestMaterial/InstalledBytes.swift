package import TareTokens

/// An installed encoding in which every byte is a token, and which divides text at spaces.
package enum InstalledBytes {
  /// - Parameter others: Tokens of more bytes, in the order in which they merge.
  package static func encoding(_ name: String, family: String?, and others: [String] = []) throws -> Encoding {
    let tokens = (UInt8.min...UInt8.max).map { [$0] } + others.map { Array($0.utf8) }
    let source = try EncodingSource(
      ranks: tokens.enumerated().map { (bytes: $1, id: TokenID($0)) },
      splitting: [try SplitStep(literal: " ")], specialTokens: [], origin: .tiktoken)
    return try Encoding(file: source.file(name: name, family: family, digest: [UInt8](repeating: 7, count: 32)))
  }
}
