import ArgumentParser
import Tare

/// Whether prompts are looked for in programs.
struct ProgramOptions: ParsableArguments {
  @Flag(help: "Look for prompts in string literals of Python, TypeScript and JavaScript too.")
  var sourceLiterals = false

  /// Lays what the option says on `layer`.
  func lay(on layer: inout ConfigurationLayer) {
    if sourceLiterals { layer.readPrograms(below: LexicalPath("/")) }
  }
}
