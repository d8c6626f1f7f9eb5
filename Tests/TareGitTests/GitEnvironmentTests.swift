import FoundationEssentials
import Subprocess
import Testing

@testable import TareGit

struct GitEnvironmentTests {
  @Test func `of git's own variables only the listed ones pass, whatever others are called`() {
    let hostile = [
      "GIT_DIR", "GIT_EXEC_PATH", "GIT_TRACE", "GIT_TRACE_CURL", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT",
      "GIT_CONFIG_KEY_0", "GIT_OBJECT_DIRECTORY", "GIT_ICASE_PATHSPECS", "GIT_NOT_INVENTED_YET",
    ]
    let harmless = ["PATH", "HOME", "XDG_CONFIG_HOME", "LEGIT_DIR"] + GitEnvironment.passed
    let weeded = GitEnvironment.weeded(
      Dictionary(uniqueKeysWithValues: (hostile + harmless).map { ($0, "value of \($0)") }))
    #expect(Set(weeded.keys) == Set(harmless).union(GitEnvironment.fixed.keys))
    for name in harmless { #expect(weeded[name] == "value of \(name)") }
  }

  @Test func `what is fixed cannot be set otherwise`() {
    for (name, value) in GitEnvironment.fixed {
      #expect(GitEnvironment.weeded([name: "/tmp/elsewhere"])[name] == value)
    }
  }

  @Test func `the user's configuration cannot make git write a trace`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    let trace = folder.folder + "/trace"
    let configuration = folder.folder + "/configuration"
    try Data("[trace2]\n\teventTarget = \(trace)\n\tnormalTarget = \(trace)\n".utf8)
      .write(to: URL(filePath: configuration))
    var variables = GitEnvironment.weeded(ProcessInfo.processInfo.environment)
    variables["GIT_CONFIG_GLOBAL"] = configuration
    #expect(try await isTraced(folder.folder, variables.filter { !$0.key.hasPrefix("GIT_TRACE2") }, trace))
    try FileManager.default.removeItem(atPath: trace)
    #expect(try await !isTraced(folder.folder, variables, trace))
  }

  private func isTraced(_ folder: String, _ variables: [String: String], _ trace: String) async throws -> Bool {
    _ = try await run(
      .name("git"), arguments: ["-C", folder, "rev-parse", "HEAD"],
      environment: GitEnvironment.holding(variables),
      output: .string(limit: 4_096), error: .string(limit: 4_096))
    return FileManager.default.fileExists(atPath: trace)
  }
}
