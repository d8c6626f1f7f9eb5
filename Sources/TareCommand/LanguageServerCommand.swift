import ArgumentParser
import SystemPackage
import Tare

/// `tare lsp`: the linter inside an editor.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Shows findings, fixes, tokens and prices inside an editor.",
    usage: "tare lsp [options]",
    discussion: """
      Speaks the Language Server Protocol on standard input and output: findings as diagnostics, fixes as code \
      actions, tokens and prices on hover. Editors start it themselves; the documentation of yours says where to name \
      the command. Nothing is written to the disk.
      """)

  @OptionGroup(title: "Rules") var rules: LintRuleOptions
  @OptionGroup(title: "Settings") var source: SettingSourceOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions

  @Flag(help: "Taken and ignored: there is no other way to speak to it.")
  var stdio = false

  func run() throws {
    // What is wrong with the options is said before an editor waits for an answer.
    let configurations = try LintConfigurations(source, commandLine: commandLine)
    _ = try LintSettings.Group(configurations.settingsHere, rules.minSeverity, today: LintContexts.dayOfTheClock)
    var server = LanguageServer(version: TareTool.version, settings: settings)
    let code = try EditorConnection().serve(&server)
    if code != 0 { throw ExitCode(Int32(code)) }
  }
}

extension LanguageServerCommand {
  private var commandLine: ConfigurationLayer { rules.layer(counting: encodingChoice) }

  /// How the prompt at `path` is looked at, by the settings that hold for it now.
  private func settings(of path: String) -> PromptSettings {
    if let check = SettingCheck(path) { return .check { check.problem(in: $0) } }
    do throws(CommandError) {
      let configurations = try LintConfigurations(source, commandLine: commandLine)
      guard LintSearch(configurations).isPrompt(path) else { return .leave }
      guard let configuration = configurations.configuration(for: path) else {
        return .unreadable(configurations.errors.first?.description ?? "the settings cannot be read")
      }
      try configurations.checkWords()
      let place = configurations.absolute(path)
      guard !configuration.excludes(place) else { return .leave }
      let group = try LintSettings.Group(
        configuration.settings(for: place), rules.minSeverity, today: LintContexts.dayOfTheClock)
      let beside = LintSidecars(beside: [path]).suppressions[path] ?? []
      return .audit(
        group.auditor,
        group.choice.price.map { AuditPrices($0, requestsPerMonth: group.settings.requestsPerMonth) },
        AuditContext(suppressions: beside + group.settings.suppressions),
        sidecar: (try? InputFile.read(SuppressionSidecar.path(beside: path)))?.bytes)
    } catch {
      return .unreadable(error.reason)
    }
  }
}

/// Standard input and output as an editor uses them.
private struct EditorConnection {
  /// Answers until the editor says that it is enough, or goes away.
  func serve(_ server: inout LanguageServer) throws(CommandError) -> Int {
    var frames = MessageFrames()
    while true {
      do throws(FrameError) {
        while let message = try frames.next() {
          for reply in server.receive(message) { StandardOutput.write(MessageFrames.framed(reply)) }
          if let code = server.exitCode { return code }
        }
      } catch {
        throw .input(InputFile.standardInputName, error.description)
      }
      guard let bytes = try read() else { return 1 }
      frames.append(bytes)
    }
  }

  /// What comes next, as soon as anything does; `nil` at the end.
  private func read() throws(CommandError) -> [UInt8]? {
    do {
      let bytes = try unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { memory, count in
        // SAFETY: `read` writes no more than the buffer holds and says how much it wrote.
        count = try unsafe FileDescriptor.standardInput.read(into: UnsafeMutableRawBufferPointer(memory))
      }
      return bytes.isEmpty ? nil : bytes
    } catch {
      throw .input(InputFile.standardInputName, "cannot be read: \(describe(error))")
    }
  }
}
