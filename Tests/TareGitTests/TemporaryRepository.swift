import FoundationEssentials
import Subprocess

/// A repository in a folder of its own, removed when the test is over.
final class TemporaryRepository {
  let folder: String

  /// An empty repository, without any of the user's configuration.
  init() async throws {
    folder = FileManager.default.temporaryDirectory.path + "/tare-git-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await git("init", "--quiet", "--initial-branch=main")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs git in the repository; a failure is an error.
  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    try await git(arguments, input: [])
  }

  /// Runs git in the repository with bytes on its standard input.
  @discardableResult
  func git(_ arguments: [String], input: [UInt8]) async throws -> String {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false"]
    let all = ["-C", folder] + identity + arguments
    let result = try await run(
      .name("git"), arguments: Arguments(all), input: .array(input), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else { throw GitFailure(message: result.standardError) }
    return result.standardOutput
  }

  /// Writes files and commits all that changed; `nil` removes a file.
  func commit(_ files: [String: String?], message: String = "change") async throws {
    for (path, text) in files {
      let full = folder + "/" + path
      if let text {
        let parent = full.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: full))
      } else {
        try FileManager.default.removeItem(atPath: full)
      }
    }
    try await git("add", "--all")
    try await git("commit", "--quiet", "--allow-empty", "-m", message)
  }

  struct GitFailure: Error {
    let message: String
  }
}
