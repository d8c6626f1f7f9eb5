import ArgumentParser

/// Whether results are kept between runs, and where.
struct LintCacheOptions: ParsableArguments {
  @Flag(help: "Look at every file anew, and keep nothing for the next run.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "Keep results in this folder; $TARE_CACHE, or tare in the user's cache folder, if left out.", valueName: "folder")
  )
  var cacheDir: String?

  func validate() throws {
    if noCache, cacheDir != nil { throw ValidationError("--no-cache and --cache-dir exclude each other") }
  }
}
