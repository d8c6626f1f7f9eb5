package import TareTokens

/// An installed encoding in which every byte is a token.
package enum InstalledBytes {
  package static func encoding(_ name: String, family: String?) throws -> Encoding {
    let source = try EncodingSource(
      ranks: (0...255).map { (bytes: [UInt8($0)], id: TokenID($0)) },
      splitting: [try SplitStep(literal: " ")], specialTokens: [], origin: .tiktoken)
    return try Encoding(file: source.file(name: name, family: family, digest: [UInt8](repeating: 7, count: 32)))
  }
}
