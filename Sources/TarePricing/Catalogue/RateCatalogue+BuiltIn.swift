import CTareData

extension RateCatalogue {
  /// The catalogue that comes with this version; read once, when first asked for.
  ///
  /// - Throws: ``CatalogueError`` when the file the program was built with is broken.
  public static var builtIn: RateCatalogue {
    get throws(CatalogueError) { try parsedBuiltIn.get() }
  }

  /// The catalogue in a JSON file of the same form as the built-in one.
  ///
  /// - Throws: ``CatalogueError`` that names the model and the member that is wrong.
  ///
  /// - Parameter other: A catalogue whose rules for caching can be named, too.
  public init(parsing json: [UInt8], namingRulesOf other: RateCatalogue? = nil) throws(CatalogueError) {
    self = try RateReader(json).catalogue(knowing: other?.rules ?? [])
  }

  private static let parsedBuiltIn: Result<RateCatalogue, CatalogueError> = {
    // SAFETY: the data target holds exactly `tare_rates_size` bytes there for the life of the process.
    let bytes = unsafe UnsafeRawBufferPointer(start: tare_rates_start(), count: tare_rates_size)
    return Result { () throws(CatalogueError) in try RateCatalogue(parsing: unsafe Array(bytes)) }
  }()
}
