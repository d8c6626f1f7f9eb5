internal import CTareData
import TareJSON

extension ModelDirectory {
  /// The directory that comes with this version; read once, when first asked for.
  ///
  /// - Throws: ``DataFileError`` when the file the program was built with is broken.
  public static var builtIn: ModelDirectory {
    get throws(DataFileError) { try parsedBuiltIn.get() }
  }

  private static let parsedBuiltIn: Result<ModelDirectory, DataFileError> = {
    // SAFETY: the data target holds exactly `tare_models_size` bytes there for the life of the process.
    let bytes = unsafe UnsafeRawBufferPointer(start: tare_models_start(), count: tare_models_size)
    return Result { () throws(DataFileError) in try ModelDirectory(parsing: unsafe Array(bytes)) }
  }()
}
