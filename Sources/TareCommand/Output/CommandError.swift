import ArgumentParser

extension ExitCode {
  /// Findings were reported or a gate failed: the run itself went well.
  static let findings = ExitCode(1)
  /// An input could not be read or understood, or the command line was wrong.
  static let badInput = ExitCode(2)
  /// What a change is to be compared with is not there.
  static let missingBase = ExitCode(3)
  /// A model has no known price, and nothing else is wrong.
  static let unknownModel = ExitCode(4)
}

/// What ends a command, as one line for standard error and an exit code.
struct CommandError: Error {
  /// The input it is about; `nil` where the command line itself is wrong.
  let place: String?
  let reason: String
  let exitCode: ExitCode
  /// Whether the input could be read and is no text: a walk passes over it, where somebody who names it is told.
  var isNoText = false

  var message: String { "tare: error: \(place.map { "\($0): " } ?? "")\(reason)" }

  /// The line for an input that is passed over.
  var skipMessage: String { "tare: skipped: \(place.map { "\($0): " } ?? "")\(reason)" }

  /// Something on the command line that cannot be: an unknown name, two options that exclude each other.
  static func usage(_ reason: String) -> CommandError {
    CommandError(place: nil, reason: reason, exitCode: .badInput)
  }

  /// An input that cannot be read or understood. `place` is a path, with line and column where known.
  static func input(_ place: String, _ reason: String) -> CommandError {
    CommandError(place: place, reason: reason, exitCode: .badInput)
  }

  /// What a change is to be compared with is not there: a commit that this clone does not have.
  static func missingBase(_ reason: String) -> CommandError {
    CommandError(place: nil, reason: reason, exitCode: .missingBase)
  }

  /// An input that is no text in UTF-8.
  static func noText(_ place: String, _ reason: String) -> CommandError {
    CommandError(place: place, reason: reason, exitCode: .badInput, isNoText: true)
  }
}

extension CommandError: CustomStringConvertible {
  /// The input and what is wrong with it, without the name of the program.
  var description: String { (place.map { "\($0): " } ?? "") + reason }
}
