import ArgumentParser

@main
struct PackCommand: ParsableCommand {
  func run() {}
}
