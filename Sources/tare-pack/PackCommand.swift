import ArgumentParser
import FoundationEssentials
import TareTokens

/// Packs a vocabulary: rank file in, compact rank list and packed tables out.
@main
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tare-pack",
    abstract: "Packs a vocabulary into tables that are read in place.",
    discussion: """
      Reads a tiktoken rank file (one "<base64> <rank>" a line) or a compact rank list and writes the pack. The
      SHA-256 of the rank file the tokens first came from is kept in the pack's header.
      """)

  @Argument(help: "The rank file (.tiktoken) or compact rank list (.ranks).")
  var source: String

  @Option(help: "The name of the encoding, such as o200k_base.")
  var name: String

  @Option(help: "The SHA-256 of the original rank file, 64 hexadecimal digits.")
  var sha256: String

  @Option(help: "Where to write the pack.")
  var pack: String

  @Option(help: "Where to write the compact rank list.")
  var ranks: String?

  @Flag(help: "Pack the vocabulary although some tokens are not reached by merging their own bytes.")
  var allowUnreachable = false

  func run() throws {
    let digest = try digestBytes()
    let bytes = try Array(Data(contentsOf: URL(filePath: source)))
    let list = source.hasSuffix(".tiktoken") ? try RankList(tiktoken: bytes) : try RankList(compact: bytes)
    let (packed, summary) = try VocabularyPacker(list, name: name, sourceDigest: digest).packed()
    guard summary.unreachable.isEmpty || allowUnreachable else {
      throw ValidationError(
        "\(summary.unreachable.count) tokens are not reached by merging their own bytes, the first is "
          + "\(summary.unreachable[0]); backtracking would be wrong for them")
    }
    try Data(packed).write(to: URL(filePath: pack), options: .atomic)
    if let ranks { try Data(list.compact).write(to: URL(filePath: ranks), options: .atomic) }
    print("\(name): \(summary.tokens) tokens, \(summary.trieUnits) trie units, \(packed.count) bytes")
  }

  private func digestBytes() throws -> [UInt8] {
    let digits = Array(sha256.utf8).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64, sha256.utf8.count == 64 else {
      throw ValidationError("--sha256 takes 64 hexadecimal digits")
    }
    return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
