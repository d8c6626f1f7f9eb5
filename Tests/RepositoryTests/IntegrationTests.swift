import Foundation
import TarePrompts
import TareYAML
import Testing

/// What other systems run of this repository, run as they run it.
struct IntegrationTests {
  @Test func `the hooks fit the names that say a file is a prompt`() throws {
    let hooks = try YAMLNode.parse(Array(Repository.text(".pre-commit-hooks.yaml").utf8))
    let patterns = (hooks?.items ?? []).compactMap { $0["files"]?.scalar }
    #expect(patterns.count == 6)
    for pattern in patterns {
      let expression = try NSRegularExpression(pattern: pattern)
      for (name, isPrompt) in Self.names {
        let found = expression.firstMatch(in: name, range: NSRange(location: 0, length: name.utf16.count)) != nil
        #expect(found == isPrompt, "\(name)")
        if isPrompt { #expect(PromptFormat(path: name) != nil, "\(name)") }
      }
    }
  }

  private static let names: KeyValuePairs = [
    "CLAUDE.md": true, "agents.md": true, "a/b/AGENTS.md": true, "skills/x/SKILL.md": true, ".cursorrules": true,
    ".cursor/rules/a b.mdc": true, ".github/copilot-instructions.md": true, "x.instructions.md": true,
    "x.prompt.md": true, "x.prompt": true, "x.prompty": true, "x.prompt.yml": true, "promptfooconfig.yaml": true,
    "t/x.jinja2": true, "x.j2": true, "x.mustache": true, "x.hbs": true, "prompts/a/b.txt": true, "prompts/b.md": true,
    ".claude/commands/x.md": true, ".cursor/commands/x.md": true, ".roo/rules-code/x.md": true, "QWEN.md": true,
    ".junie/guidelines.md": true, ".kiro/steering/x.md": true, ".kiro/notes.txt": false,
    "README.md": false, "src/main.py": false, "notes.txt": false, "a.yaml": false,
    "myAGENTS.md.bak": false, "package.json": false,
  ]

  @Test func `the action marks, reports and hands on the exit code`() throws {
    let run = try Shell("\(Repository.root.path)/Integrations/github/lint/lint.sh") { folder in
      [
        "TARE_PATHS": "my prompts\nAGENTS.md\n", "TARE_ARGUMENTS": "--model=gpt-5.4\n--no-cache",
        "GITHUB_OUTPUT": "\(folder)/outputs", "GITHUB_STEP_SUMMARY": "\(folder)/summary",
      ]
    }
    #expect(run.code == 0)
    #expect(run.text.contains("::warning title=tare (UNI001),file=my prompts/rag-answerer.md,line=15"))
    #expect(try run.file("outputs") == "exit-code=1\nsarif=tare-lint/findings.sarif\n")
    #expect(try run.file("summary") == run.file("tare-lint/findings.md"))
    #expect(try run.file("tare-lint/findings.sarif").contains("\"version\": \"2.1.0\""))
    #expect(try run.file("tare-lint/findings.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test(arguments: [("my prompts/meeting-summary.md", 0), ("nowhere", 2)])
  func `the action's exit code is that of tare`(path: String, code: Int) throws {
    let run = try Shell("\(Repository.root.path)/Integrations/github/lint/lint.sh") { folder in
      ["TARE_PATHS": path, "GITHUB_OUTPUT": "\(folder)/outputs"]
    }
    #expect(run.code == 0)
    #expect(try run.file("outputs").hasPrefix("exit-code=\(code)\n"))
  }

  @Test func `the job of GitLab writes its reports`() throws {
    let job = try YAMLNode.parse(Array(Repository.text("Integrations/gitlab/lint.yml").utf8))?["tare-lint"]
    let lines = (job?["script"]?.items ?? []).compactMap(\.scalar)
    let run = try Shell(lines.joined(separator: "\n")) { _ in
      ["TARE_PATHS": "AGENTS.md CLAUDE.md", "TARE_ARGUMENTS": "--no-cache --exit-zero"]
    }
    #expect(run.code == 0)
    #expect(try run.file("gl-code-quality-report.json").contains("\"fingerprint\""))
    #expect(try run.file("tare-junit.xml").contains("<testsuites"))
    #expect(try run.file("tare-lint.html").hasPrefix("<!DOCTYPE html>"))
  }
}

/// A command that was run in a folder of its own, which has `my prompts`, `AGENTS.md` and `CLAUDE.md`.
private final class Shell {
  let code: Int32
  let text: String
  private let folder: URL

  init(_ command: String, _ environment: (_ folder: String) -> [String: String]) throws {
    let files = FileManager.default
    folder = files.temporaryDirectory.appending(path: "tare-integration-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let prompts = Repository.root.appending(path: "prompts")
    try files.copyItem(at: prompts, to: folder.appending(path: "my prompts"))
    for name in ["AGENTS.md", "CLAUDE.md"] {
      try files.copyItem(at: prompts.appending(path: "coding-agent/AGENTS.md"), to: folder.appending(path: name))
    }
    let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "TARE": "\(binaries)/tare"]
      .merging(environment(folder.path)) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
  }

  func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
