import ArgumentParser
import Tare

/// Whether prompts are compared with their own fixed form.
struct FixedOptions: ParsableArguments {
  @Flag(help: "Compare each prompt with what tare lint --fix would make of it; nothing is written.")
  var fixed = false

  @Flag(help: "With --fixed: make unsafe fixes too.")
  var unsafeFixes = false

  func validate() throws {
    if unsafeFixes, !fixed { throw ValidationError("--unsafe-fixes goes with --fixed") }
  }

  var safety: FixSafety { unsafeFixes ? .unsafe : .safe }
}
