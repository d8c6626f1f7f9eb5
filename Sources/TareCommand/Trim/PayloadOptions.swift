public import ArgumentParser
public import Tare

/// What the payload is, and what is made right in it before anything is trimmed.
struct PayloadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The shape of the payload: \(WireFormat.names.joined(separator: ", ")); found out where it is not given.",
      valueName: "format"))
  var format: WireFormat?

  @Option(
    help: ArgumentHelp(
      "Bring what people say, and the chunks, to a Unicode normal form first, nfc for example; never text with code.",
      valueName: "form"))
  var normalize: NormalForm?

  @Option(
    help: ArgumentHelp(
      "A tool call without result, or a result without call: reject the payload, or drop them.", valueName: "what"))
  var orphans: PolicyMembers.Orphans = .reject

  /// What brings words to a normal form, where one is wanted.
  var normalizer: Normalizer? {
    get throws(CommandError) {
      guard let normalize else { return nil }
      do { return try Normalizer(normalize) } catch {
        throw CommandError(place: nil, reason: "\(error)", exitCode: .badInput)
      }
    }
  }
}

extension NormalForm: ExpressibleByArgument {}
extension PolicyMembers.Orphans: ExpressibleByArgument {}
