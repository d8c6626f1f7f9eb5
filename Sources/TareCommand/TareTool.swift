import ArgumentParser
import Tare

/// The root command: its subcommands, and what becomes of an error.
@main
struct TareTool: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tare",
    abstract: "Weighs prompts and takes off the packaging.",
    usage: "tare <subcommand> [options] [paths]",
    discussion: """
      Exit codes: 0 clean, 1 findings or a gate, 2 bad input or usage.
      Nothing is sent anywhere, unless tare count --exact asks for it: every other count, price and report is made on \
      this machine.
      """,
    version: version,
    subcommands: subcommands)

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let mistake = unknownSubcommand(in: arguments) { throw mistake }
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      leave(after: error, arguments)
    }
  }

  /// ArgumentParser would call a mistyped subcommand an unexpected argument and name nothing near it.
  private static func unknownSubcommand(in arguments: [String]) -> CommandError? {
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help" else { return nil }
    let names = subcommands.map { $0._commandName }
    guard !names.contains(first) else { return nil }
    let nearest = nearestName(to: first, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    return .usage("unknown subcommand \"\(first)\"\(nearest) (tare --help lists them)")
  }

  /// Prints what the error says, to standard output when it is help that was asked for, and ends the process.
  private static func leave(after error: any Error, _ arguments: [String]) -> Never {
    if let error = error as? CommandError {
      StandardError.line(error.message)
      exit(withCode: error.exitCode)
    }
    let code = exitCode(for: error)
    if code.isSuccess {
      StandardOutput.write(fullMessage(for: error) + "\n")
      exit(withCode: .success)
    }
    let message = message(for: error)
    if !message.isEmpty { StandardError.line("tare: error: \(oneLine(message)) (see \(help(arguments)))") }
    // ArgumentParser's own code for a usage error is 64; ours are the linters' 0, 1 and 2.
    exit(withCode: code == .validationFailure ? .badInput : code)
  }

  /// ArgumentParser writes sentences that begin with a capital and may take several lines.
  private static func oneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n").map { $0.drop { $0 == " " } }
    let joined = lines.joined(separator: " ")
    return joined.prefix(1).lowercased() + joined.dropFirst()
  }

  private static func help(_ arguments: [String]) -> String {
    let isKnown = subcommands.contains { $0._commandName == arguments.first }
    return isKnown ? "tare \(arguments[0]) --help" : "tare --help"
  }

  private static func exit(withCode code: ExitCode) -> Never {
    exit(withError: code)
  }
}
