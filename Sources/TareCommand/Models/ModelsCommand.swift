import ArgumentParser
import Tare

/// `tare models`: the models whose prices are known.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Lists models, what they cost and how their tokens are counted.",
    usage: "tare models [options] [<text> ... | import <file> | check <file>]",
    discussion: """
      Examples:
        tare models                     all whose prices are known
        tare models claude              those named, nicknamed or sold so
        tare models openai mini         those whose names and provider have both words in them
        tare models p50k_base           those with that vocabulary, with a price or without
        tare models gemini --at 2027-01-01    with the prices that are announced for that day
        tare models --format json
        tare models import model_prices_and_context_window.json --date 2026-11-20 -o rates.json
        tare models check data.json --date 2026-11-20

      Tokens are exact where the model's own vocabulary is built in or installed, assumed where no source names it, \
      and estimated, with a band for each kind of text, by measured ratios.
      """,
    subcommands: [ModelsListCommand.self, ModelsImportCommand.self, ModelsCheckCommand.self],
    defaultSubcommand: ModelsListCommand.self)
}

/// How models are shown.
enum ModelsFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
