import ArgumentParser
import Tare

/// `--rates` and `--at`: which prices, and of which time.
///
/// ```
/// built-in rates                          what every version has
/// rates of tare.yaml                      the nearest one, what it extends first, or --config
/// rates of --rates                        come before all others
/// ```
struct RateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of rates of your own, in the form of the built-in ones; they come first.", valueName: "file"))
  var rates: String?

  @Option(help: ArgumentHelp("Prices of this day, or hour of UTC such as 2026-11-20T14.", valueName: "time"))
  var at: PriceTime?

  @OptionGroup var settings: SettingSourceOptions

  /// The built-in catalogue with the rates of one's own.
  var catalogue: RateCatalogue {
    get throws(CommandError) {
      try catalogue(
        LintConfigurations(settings, commandLine: ConfigurationLayer(name: SettingPlace.commandLine.file)))
    }
  }

  /// The same with the rates of `configurations` for the working folder, where settings are read for more than rates.
  func catalogue(_ configurations: LintConfigurations) throws(CommandError) -> RateCatalogue {
    let settings = configurations.settingsHere
    if let error = configurations.errors.first { throw CommandError(error) }
    return try settings.catalogue.adding(ratesIn: rates)
  }
}

extension RateCatalogue {
  /// The same with the rates in the file at `path`, where there is one.
  func adding(ratesIn path: String?) throws(CommandError) -> RateCatalogue {
    guard let path else { return self }
    let file = try InputFile.read(path)
    do { return try adding(RateCatalogue(parsing: file.bytes, namingRulesOf: self)) } catch {
      throw .input(file.path, error.description)
    }
  }
}
