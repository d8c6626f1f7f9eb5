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
    guard !rules.isEmpty else { return StandardOutput.write(RulePages(RuleCatalogue.pages).list) }
    do {
      let selection = try RuleSelection(select: rules, ignore: [])
      StandardOutput.write(RulePages(RuleCatalogue.pages.filter(selection.contains)).text)
    } catch {
      throw CommandError.usage("\(error) (tare rule lists them)")
    }
  }
}
