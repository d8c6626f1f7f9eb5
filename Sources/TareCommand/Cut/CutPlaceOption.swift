import ArgumentParser
import Tare

/// `--at`: where a text may be cut.
enum CutPlaceOption: String, ExpressibleByArgument, CaseIterable {
  case token
  case character
  case sentence
  case line
  case paragraph

  /// The places in a text.
  func places(in utf8: [UInt8]) throws(CommandError) -> CutPlaces {
    switch self {
    case .token: return .token
    case .character: return .character
    case .line: return .line
    case .paragraph: return .paragraph
    case .sentence:
      do { return try .sentences(in: utf8.span) } catch { throw .input("--at sentence", describe(error)) }
    }
  }
}

/// `--tokens`: the most tokens of what is written.
struct TokenLimitOption: ParsableArguments {
  @Option(help: ArgumentHelp("The most tokens.", valueName: "n"))
  var tokens: Int

  func validate() throws {
    guard (1...1_000_000_000).contains(tokens) else { throw ValidationError("--tokens takes a number from 1") }
  }
}

extension TokenScale {
  /// The most tokens of the encoding that come to at most `tokens` for the model.
  func limit(_ tokens: Int) -> Int { encodingTokens(reaching: tokens + 1) - 1 }
}
