import ArgumentParser
import Tare

/// `--encoding` and `--model`: in which encoding tokens are counted. Shared by every command that counts.
struct EncodingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Count in this encoding: o200k_base (the default) or cl100k_base.", valueName: "name"))
  var encoding: String?

  func resolve() throws(CommandError) -> EncodingChoice {
    guard let encoding else { return EncodingChoice(encoding: .o200kBase, basis: .exact, model: nil) }
    do {
      return EncodingChoice(encoding: try Encoding(named: encoding), basis: .exact, model: nil)
    } catch {
      let nearest = nearestName(to: encoding, among: Encoding.all.map(\.name))
      throw .usage(error.description + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
  }
}

/// The encoding a command counts in, and what such a count is worth for the model that was named.
struct EncodingChoice {
  let encoding: Encoding
  let basis: TokenCount.Basis
  let model: String?

  /// A count in `encoding` as a count for the model.
  func scaled(_ tokens: Int) -> Int { tokens }
}
