import Foundation
import Testing

/// `tare log` beside `tare diff`, in histories that nobody thought of.
struct LogLawTests {
  @Test(arguments: 1...3)
  func `what a commit changed by tare log is what tare diff says of it and its parent`(seed: Int) throws {
    let folder = try History(seed: seed, commits: 12)
    let ids = try folder.git("log", "--first-parent", "--format=%H").split(separator: "\n").map(String.init)
    for options in [["--encoding", "cl100k_base"], ["--model", "gpt-5.4", "--requests-per-month", "3000"]] {
      let log = try folder.tare(["log", "--format", "json"] + options)
      let entries = try #require(log["commits"] as? [[String: Any]])
      let byCommit = Dictionary(uniqueKeysWithValues: entries.map { ($0["commit"] as? String ?? "", $0) })
      for (id, parent) in zip(ids, ids.dropFirst()) {
        let diff = try folder.tare(["diff", "\(parent)..\(id)", "--format", "json"] + options)
        let total = try #require(diff["total"] as? [String: Any])
        let change = try #require(total["diff"] as? [String: Any])
        let delta = byCommit[id].map { $0["delta"] as? Int } ?? 0
        #expect(delta == change["tokens"] as? Int, "seed \(seed), commit \(id)")
      }
    }
  }

  @Test func `each line begins with what the line below it left`() throws {
    let log = try History(seed: 9, commits: 15).tare(["log", "--format", "json", "--encoding", "o200k_base"])
    let entries = try #require(log["commits"] as? [[String: Any]])
    #expect(entries.count > 10)
    for (entry, older) in zip(entries, entries.dropFirst()) {
      #expect(entry["tokensBefore"] as? Int == older["tokens"] as? Int)
    }
    #expect(entries.last?["tokensBefore"] as? Int == 0)
  }
}

/// A repository in which files are written, renamed and removed, and branches are merged.
private final class History {
  private let folder: URL
  private var state: UInt64

  init(seed: Int, commits: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tare-log-\(UUID().uuidString)")
    state = UInt64(seed)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "prompts"), withIntermediateDirectories: true)
    try git("init", "--quiet", "--initial-branch=main")
    for number in 0..<commits { try commit(number) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A linear congruential generator (Knuth, MMIX).
  private func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private func commit(_ number: Int) throws {
    let isMerged = number > 3 && below(4) == 0
    if isMerged { try git("switch", "--quiet", "-c", "side\(number)") }
    for _ in 0...below(3) { try change() }
    // One line more each time, so that every commit changes a prompt.
    try write("Number \(number).\n", to: "prompts/numbers.md", appending: true)
    try git("add", "--all")
    try git("commit", "--quiet", "-m", "\(number)")
    guard isMerged else { return }
    try git("switch", "--quiet", "main")
    try git("merge", "--quiet", "--no-ff", "-m", "merge \(number)", "side\(number)")
  }

  private func change() throws {
    let names = ["prompts/a.md", "prompts/b.txt", "prompts/c/d.md", "e.md", "code.py"]
    let name = names[below(names.count)]
    let isThere = FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    try git("add", "--all")
    switch below(4) {
    case 0 where isThere: try git("rm", "--quiet", "--force", name)
    case 1 where isThere:
      try git("mv", "--force", name, "prompts/moved\(below(2)).md")
    default:
      try write((0...below(60)).map { "Line \($0) says \(below(9)).\n" }.joined(), to: name, appending: false)
    }
  }

  private func write(_ text: String, to path: String, appending: Bool) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let old = appending ? (try? String(contentsOf: file, encoding: .utf8)) ?? "" : ""
    try (old + text).write(to: file, atomically: true, encoding: .utf8)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]
    return String(decoding: try run("/usr/bin/env", ["git"] + identity + arguments), as: UTF8.self)
  }

  func tare(_ arguments: [String]) throws -> [String: Any] {
    let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let output = try run(binaries.appending(path: "tare").path, arguments)
    return try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments)")
    return data
  }
}
