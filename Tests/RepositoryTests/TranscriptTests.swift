import Foundation
import Testing

/// Runs every command of the README, of `Tests/Transcripts` and of a page of the documentation with the binary that was just built and compares what
/// it prints. `UPDATE_SNAPSHOTS=1` writes what was printed into the pages and fails once, so that it is read.
struct TranscriptTests {
  static let pages: [String] = {
    let folder = Repository.root.appending(path: "Tests/Transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return ["README.md", "Documentation/Forecasting.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Tests/Transcripts/\($0)" }
  }()

  @Test(arguments: pages)
  func `the page shows what its commands print`(page: String) throws {
    let file = Repository.root.appending(path: page)
    let transcript = Transcript(try Repository.text(page))
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outputs = try transcript.steps.map { try Self.run($0.command, in: folder) }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      let updated = transcript.replacing(outputs)
      let isChanged = updated != transcript.lines.joined(separator: "\n")
      if isChanged { try updated.write(to: file, atomically: true, encoding: .utf8) }
      #expect(!isChanged, "\(page) was rewritten: read it before you commit it")
      return
    }
    for (step, output) in zip(transcript.steps, outputs) {
      #expect(output == transcript.expected(step), "\(page): $ \(step.command)")
    }
  }

  /// A folder with the examples of the repository in it, as a reader of the README has them.
  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tare-transcript-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["prompts", "corpora", "Scripts"] {
      try FileManager.default.copyItem(at: Repository.root.appending(path: name), to: folder.appending(path: name))
    }
    return folder
  }

  /// What the command prints on both streams, without the last newline, and its exit code unless that is 0.
  private static func run(_ command: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    // `make demo` builds first and then runs this script; here everything is built.
    let command = command == "make demo" ? "Scripts/demo.sh" : command
    process.arguments = ["-c", "exec 2>&1 </dev/null\n\(command)"]
    process.currentDirectoryURL = folder
    let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    process.environment = [
      "PATH": "\(binaries):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
      "TARE": "\(binaries)/tare", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.c",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var output = String(decoding: data, as: UTF8.self)
    if output.hasSuffix("\n") { output.removeLast() }
    if process.terminationStatus != 0 { output += (output.isEmpty ? "" : "\n") + "[exit \(process.terminationStatus)]" }
    return output
  }
}
