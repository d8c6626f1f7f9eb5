import Tare

/// The prompts of a map, and what could not be read as one.
struct MapInputs {
  private(set) var documents: [PromptDocument] = []
  private(set) var errors: [CommandError] = []
  private let isIncomplete: Bool

  init(_ inputs: LintInputs) {
    isIncomplete = inputs.hasFailures
    for input in inputs.inputs {
      do throws(CommandError) {
        documents.append(try Self.document(input))
      } catch {
        errors.append(error)
      }
    }
  }

  /// Whether something is missing from the map.
  var hasFailures: Bool { isIncomplete || !errors.isEmpty }

  func sayWhatWasNotRead() {
    for error in errors { StandardError.line(error.message) }
  }

  private static func document(_ input: LintInput) throws(CommandError) -> PromptDocument {
    switch input {
    case .unreadable(let path, let reason): throw .input(path, reason)
    case .file(let file, _):
      do { return try PromptDocument(path: file.path, bytes: file.bytes) } catch {
        throw .input(file.path, error.description)
      }
    }
  }
}
