internal import CTareICU

/// ICU could not open one of its services, nearly always because its data is missing or of another version.
public struct UnicodeDataError: Error, Sendable, Hashable {
  /// What was to be opened, such as `word boundaries`.
  public let service: String
  /// ICU's name of the reason, such as `U_FILE_ACCESS_ERROR`.
  public let reason: String

  init(service: String, status: Int32) {
    self.service = service
    reason = unsafe String(cString: tare_icu_status_name(status))
  }
}

extension UnicodeDataError: CustomStringConvertible {
  /// One sentence with the service and ICU's own word for the reason.
  public var description: String { "ICU cannot open its data for \(service): \(reason)" }
}

/// Stops the process if ICU ran out of memory, as Swift's own arrays do.
///
/// It is the one way left to fail once a service is open: arguments are checked before they reach ICU.
func requireMemory(_ status: Int32) {
  precondition(status <= 0, "ICU ran out of memory")
}
