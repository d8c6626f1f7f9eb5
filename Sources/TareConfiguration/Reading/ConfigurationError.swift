public import TareText

/// Where a setting was written.
public struct SettingPlace: Sendable, Hashable {
  /// The file, or the option that brought it.
  public let file: String
  /// Line and column; `nil` where it is about the file as a whole.
  public let location: SourceLocation?

  /// A place in `file`.
  public init(_ file: String, _ location: SourceLocation? = nil) {
    self.file = file
    self.location = location
  }
}

extension SettingPlace: CustomStringConvertible {
  /// `tare.yaml:3:5`, as editors take it.
  public var description: String { location.map { "\(file):\($0)" } ?? file }
}

/// A value and where it was written.
public struct Located<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  public let value: Value
  /// Where it was written.
  public let place: SettingPlace

  /// A value from `place`.
  public init(_ value: Value, at place: SettingPlace) {
    self.value = value
    self.place = place
  }
}

/// Why settings cannot be used.
public struct ConfigurationError: Error, Sendable, Hashable {
  /// Where.
  public let place: SettingPlace
  /// What was found there, what was expected, and what to do, without the place.
  public let reason: String

  /// An error at `place`.
  public init(_ place: SettingPlace, _ reason: String) {
    self.place = place
    self.reason = reason
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// One sentence with the place in front.
  public var description: String { "\(place): \(reason)" }
}
