/// Why a vocabulary cannot be packed.
package enum PackingError: Error, Sendable, Hashable {
  /// A line of a rank file is not `<base64> <rank>`.
  case malformedLine(Int)
  /// Two lines have the same rank, or the ranks have a gap.
  case brokenRanks(Int)
  /// A token is empty or longer than 255 bytes.
  case tokenLength(rank: Int, bytes: Int)
  /// The same bytes stand twice.
  case repeatedToken(rank: Int)
  /// A byte has no token, so that some text could not be encoded.
  case missingByte(UInt8)
  /// A token is not reached by merging its own bytes, where every token has to be.
  case unreachable(rank: Int)
  /// The compact rank list ends inside a token.
  case truncatedRankList
  /// More tokens than an entry has bits for.
  case tooManyTokens(Int)
  /// No seed fits for some bucket of so many keys.
  case noPerfectHash(Int)
}

extension PackingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformedLine(let line): "rank file line \(line) is not \"<base64> <rank>\""
    case .brokenRanks(let rank): "rank \(rank) stands twice or is missing"
    case .tokenLength(let rank, let bytes): "token \(rank) has \(bytes) bytes; 1 to 255 can be packed"
    case .repeatedToken(let rank): "token \(rank) has the bytes of an earlier token"
    case .missingByte(let byte): "byte \(byte) has no token of its own"
    case .unreachable(let rank): "token \(rank) is not reached by merging its own bytes"
    case .truncatedRankList: "the rank list ends inside a token"
    case .tooManyTokens(let count): "\(count) tokens are more than the 2,097,151 that can be packed"
    case .noPerfectHash(let keys): "no perfect hash found for \(keys) keys"
    }
  }
}
