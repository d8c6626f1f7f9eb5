import ArgumentParser
import Tare

/// `tare rule`: what the rules of the linter find, and why.
struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Explains the rules of tare lint.",
    usage: "tare rule [<rule> ...]",
    discussion: """
      Examples:
        tare rule                   all rules, a line each
        tare rule DUP002            one rule: what it finds, why, an example
        tare rule padded-table UNI  by name, or by the beginning of codes
      """)

  @Argument(help: ArgumentHelp("Codes, names, or beginnings of codes.", valueName: "rule"))
  var rules: [String] = []

  func run() throws {
    let known = try RuleCatalogue.pages + ownPages
    guard !rules.isEmpty else { return StandardOutput.write(RulePages(known).list) }
    do {
      let words = rules.filter { word in !RulePage.engine.contains { Self.names(word, $0) } }
      for word in words { try RuleSelection.check(word, among: known) }
      let selection = words.isEmpty ? nil : RuleSelection().with(.init(select: words))
      let selected = known.filter { selection?.contains($0) ?? false }
      // What the engine reports cannot be selected, but it can be explained.
      let engine = RulePage.engine.filter { page in rules.contains { Self.names($0, page) } }
      StandardOutput.write(RulePages(selected + engine).text)
    } catch {
      throw CommandError.usage("\(error) (tare rule lists them)")
    }
  }

  /// The rules of the tare.yaml that holds here.
  private var ownPages: [RulePage] {
    get throws(CommandError) {
      let commandLine = ConfigurationLayer(name: SettingPlace.commandLine.file)
      let configurations = try LintConfigurations(commandLine: commandLine)
      let pages = configurations.configuration(for: "-")?.ownPages ?? []
      // The rules of tare's own can be explained all the same.
      for error in configurations.errors { StandardError.line(CommandError(error).message) }
      return pages
    }
  }

  private static func names(_ word: String, _ page: RulePage) -> Bool {
    word == page.name || word.uppercased().hasPrefix("TARE") && page.code.hasPrefix(word.uppercased())
  }
}
