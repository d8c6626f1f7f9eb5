import TestMaterial

@testable import TareTokens

extension ReferenceEncoder {
  init(_ list: RankList, _ pattern: ReferencePattern) { self.init(tokens: list.tokens, pattern) }
}
