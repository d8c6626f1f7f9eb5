import ArgumentParser

/// Whether one look is enough.
struct LintWatchOptions: ParsableArguments {
  @Flag(help: "Look again whenever a prompt or its settings change, until Ctrl-C.")
  var watch = false
}
