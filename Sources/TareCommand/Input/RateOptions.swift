import ArgumentParser
import Tare

/// `--rates` and `--at`: which prices, and of which time.
struct RateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of rates of your own, in the form of the built-in ones; they come first.", valueName: "file"))
  var rates: String?

  @Option(help: ArgumentHelp("Prices of this day, or hour of UTC such as 2026-11-20T14.", valueName: "time"))
  var at: PriceTime?

  /// The built-in catalogue with the rates of one's own.
  var catalogue: RateCatalogue {
    get throws(CommandError) { try .ofThisVersion(with: rates) }
  }
}

extension RateCatalogue {
  /// The built-in catalogue with the rates in the file at `path`, where there is one.
  static func ofThisVersion(with path: String?) throws(CommandError) -> RateCatalogue {
    let builtIn = try ofThisVersion
    guard let path else { return builtIn }
    let file = try InputFile.read(path)
    do { return try builtIn.adding(RateCatalogue(parsing: file.bytes)) } catch {
      throw .input(file.path, error.description)
    }
  }
}
