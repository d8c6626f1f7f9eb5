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
    get throws(CommandError) {
      let builtIn = try RateCatalogue.ofThisVersion
      guard let rates else { return builtIn }
      let file = try InputFile.read(rates)
      do { return try builtIn.adding(RateCatalogue(parsing: file.bytes)) } catch {
        throw .input(file.path, error.description)
      }
    }
  }
}
