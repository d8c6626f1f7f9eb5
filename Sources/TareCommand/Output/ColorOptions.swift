import ArgumentParser
import FoundationEssentials
import SystemPackage
import Tare

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--color`: whether what people read is coloured.
struct ColorOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    help: ArgumentHelp(
      "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.", valueName: "when"))
  var color: Choice = .auto

  /// How a report on standard output is set.
  var style: TextStyle { style(on: .standardOutput) }

  /// How a report on standard error is set.
  var styleOfMessages: TextStyle { style(on: .standardError) }

  private func style(on descriptor: FileDescriptor) -> TextStyle {
    switch color {
    case .always: .coloured
    case .never: .plain
    case .auto: Terminal.isAttached(to: descriptor) && Self.isWelcome ? .coloured : .plain
    }
  }

  /// How a report in a file is set.
  var styleInFiles: TextStyle { color == .always ? .coloured : .plain }

  /// no-color.org: any value but the empty one says no. A terminal that calls itself dumb has no colours.
  private static var isWelcome: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }
}

/// What a descriptor leads to.
enum Terminal {
  static func isAttached(to descriptor: FileDescriptor) -> Bool { isatty(descriptor.rawValue) == 1 }
}
