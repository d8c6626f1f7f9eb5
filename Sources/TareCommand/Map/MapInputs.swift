import Tare

/// The prompts of a map, and what could not be read as one.
struct MapInputs {
  private(set) var documents: [PromptDocument] = []
  private(set) var errors: [CommandError] = []
  private let isIncomplete: Bool

  /// The prompts among `inputs`, read as `configurations` say; programs without any are no part of a map.
  init(_ inputs: LintInputs, _ configurations: LintConfigurations) {
    isIncomplete = inputs.hasFailures
    for input in inputs.inputs {
      do throws(CommandError) {
        let document = try Self.document(input, as: configurations.format(of: input.path))
        if !document.isProgramWithoutPrompts { documents.append(document) }
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

  private static func document(_ input: LintInput, as format: PromptFormat?) throws(CommandError)
    -> PromptDocument
  {
    switch input {
    case .unreadable(let path, let reason): throw .input(path, reason)
    case .file(let file, _):
      do { return try PromptDocument(path: file.path, bytes: file.bytes, as: format) } catch {
        throw .input(file.path, error.description)
      }
    }
  }
}

extension PromptDocument {
  fileprivate var isProgramWithoutPrompts: Bool {
    (format == .pythonLiterals || format == .typeScriptLiterals) && embedded.isEmpty
  }
}
