import TareJSON
import TareModels
import Testing

struct ModelDirectoryTests {
  private let directory: ModelDirectory

  init() throws { directory = try ModelDirectory.builtIn }

  private func family(_ id: String) throws -> String { try directory.model(named: id).family.name }

  /// tiktoken 0.14.0's own table, with names for what its rules catch.
  @Test(arguments: [
    ("o1", "o200k_base"), ("o3-mini", "o200k_base"), ("o4-mini-2025-04-16", "o200k_base"), ("gpt-5", "o200k_base"),
    ("gpt-5.4-nano", "o200k_base"), ("gpt-4.5-preview", "o200k_base"), ("gpt-4.1-mini", "o200k_base"),
    ("chatgpt-4o-latest", "o200k_base"), ("gpt-4o-2024-08-06", "o200k_base"), ("gpt-4", "cl100k_base"),
    ("gpt-4-turbo", "cl100k_base"), ("gpt-4-32k", "cl100k_base"), ("gpt-4-0613", "cl100k_base"),
    ("gpt-3.5-turbo-16k", "cl100k_base"), ("gpt-35-turbo", "cl100k_base"), ("davinci-002", "cl100k_base"),
    ("text-embedding-3-large", "cl100k_base"), ("text-embedding-ada-002", "cl100k_base"),
    ("text-davinci-003", "p50k_base"), ("code-cushman-001", "p50k_base"), ("text-davinci-edit-001", "p50k_base"),
    ("davinci", "r50k_base"), ("text-ada-001", "r50k_base"), ("gpt2", "r50k_base"), ("gpt-oss-20b", "o200k_harmony"),
    ("ft:gpt-4o:acme::abc123", "o200k_base"), ("ft:gpt-4:acme", "cl100k_base"),
    ("ft:gpt-3.5-turbo:acme:x:1", "cl100k_base"), ("ft:davinci-002:acme", "cl100k_base"),
  ])
  func `OpenAI's models have the encoding that tiktoken gives them`(id: String, family: String) throws {
    #expect(try self.family(id) == family)
    #expect(try directory.model(named: id).basis == .documented)
  }

  @Test(arguments: [
    ("openai/gpt-4o", "o200k_base"), ("openrouter/openai/gpt-4o-2024-08-06", "o200k_base"),
    ("azure/gpt-4-32k", "cl100k_base"), ("GPT-4o", "o200k_base"),
    ("anthropic/claude-sonnet-4-6", "claude-3"), ("claude-sonnet-4-5@20250929", "claude-3"),
    ("anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3"), ("claude-opus-4-20250514", "claude-3"),
    ("us.anthropic.claude-opus-4-7-20260416-v1:0", "claude-4.7"), ("vertex_ai/claude-opus-5@20260701", "claude-4.7"),
    ("claude-3-7-sonnet-latest", "claude-3"), ("meta.llama3-70b-instruct-v1:0", "llama-3"),
    ("meta-llama/Llama-3.1-8B-Instruct", "llama-3"), ("models/gemini-2.5-flash-preview-05-20", "gemma-3"),
    ("qwen/qwen3-32b", "qwen"), ("deepseek-r1-distill-qwen-7b", "qwen"), ("deepseek-r1", "deepseek"),
  ])
  func `routes, vendors and versions around a name are passed over`(id: String, family: String) throws {
    #expect(try self.family(id) == family)
  }

  @Test(arguments: ["", "/", "gpt", "nobody/gpt-4o", "gpt-4o/", "claude-opus-4-9", "-2024-08-06", "gpt_4o", "."])
  func `what no rule names is unknown, and the error has the names that are known`(id: String) {
    let error = #expect(throws: UnknownModelName.self) { try directory.model(named: id) }
    #expect(error?.knownNames.contains("gpt-4o") == true)
  }

  @Test func `of rules that fit the longest decides`() throws {
    #expect(try family("deepseek-r1-distill-llama-70b") == "llama-3")
    #expect(try directory.model(named: "gpt-6-astra-2026-10-01").basis == .assumed)
    #expect(try directory.model(named: "gpt-5.9").basis == .documented)
  }

  @Test func `every family is named by a model or a rule, and estimates are to an encoding that is built in`() throws {
    for family in directory.families {
      guard let table = family.estimate else { continue }
      #expect(table.encoding == "o200k_base" && !table.evidence.isEmpty)
      for kind in TextKind.allCases { #expect(table[kind].thousandths > 0 && table[kind].band > 0) }
    }
    #expect(Set(directory.models.map(\.family.name)).isSubset(of: Set(directory.families.map(\.name))))
  }

  @Test(arguments: [
    (#"{"schemaVersion":2}"#, "schemaVersion is not 1"), ("[", "is not JSON"), ("[]", "is no object"),
    (#"{"schemaVersion":1,"families":[{"family":"a"}],"sources":{}}"#, #""a": published is missing"#),
    (
      #"{"schemaVersion":1,"date":"d","families":[{"family":"a","title":"t","published":true,"estimate":{"to":"o","evidence":"e","any":{"thousandths":0,"band":1},"kinds":{}}}],"sources":{}}"#,
      "thousandths is not between 1 and 100,000"
    ),
    (
      #"{"schemaVersion":1,"date":"d","families":[{"family":"a","title":"t","published":true}],"sources":{"s":"x"},"models":[{"family":"b","basis":"documented","source":"s","names":["m"]}],"prefixes":[]}"#,
      "family is none of the families"
    ),
    (
      #"{"schemaVersion":1,"date":"d","families":[{"family":"a","title":"t","published":true}],"sources":{"s":"x"},"models":[{"family":"a","basis":"documented","source":"s","names":["m","M"]}],"prefixes":[]}"#,
      #""m": names has it twice"#
    ),
  ])
  func `a broken file is an error that names the entry and the member`(file: String, reason: String) {
    let error = #expect(throws: DataFileError.self) { try ModelDirectory(parsing: Array(file.utf8)) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }
}
