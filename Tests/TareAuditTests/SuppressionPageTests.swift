import Foundation
import TareAudit
import TareModels
import TarePrompts
import TareText
import TareTokens
import Testing

/// What Documentation/Configuration.md says of letting findings be.
struct SuppressionPageTests {
  static let section: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Documentation/Configuration.md")
    let page = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return page.components(separatedBy: "\n## ").first { $0.hasPrefix("Letting findings be") } ?? ""
  }()

  private static func blocks(_ language: String) -> [String] {
    section.components(separatedBy: "\n```\(language)\n").dropFirst().map { rest in
      (rest.components(separatedBy: "\n```").first ?? "") + "\n"
    }
  }

  @Test(arguments: blocks("markdown"))
  func `each prompt of the page has all its findings let be`(prompt: String) throws {
    let audit = try TareAuditTests.audit(prompt, select: ["FMT001", "DUP"])
    #expect(audit.places == [])
    #expect(!audit.suppressed.isEmpty && audit.suppressed.allSatisfy { $0.reason != nil })
    let directives = Self.blocks("markdown").joined()
    for scope in SuppressionComment.Scope.allCases { #expect(directives.contains("tare:\(scope.rawValue) ")) }
  }

  /// The rows of the table of formats: a file, a comment, and whether it is sent.
  static let comments: [(path: String, comment: String, isSent: Bool)] = section.split(separator: "\n").flatMap { row in
    let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3, ["yes", "no"].contains(cells[2]) else {
      return [(path: String, comment: String, isSent: Bool)]()
    }
    return words(cells[0]).flatMap { path in words(cells[1]).map { (path, $0, cells[2] == "yes") } }
  }

  private static func words(_ cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test(arguments: comments)
  func `each comment of the page lets a finding be in its format`(path: String, comment: String, isSent: Bool) throws {
    let without = try audit(Self.prompt(path, nil), path)
    #expect(without.findings.map(\.code) == ["UNI001"])
    let audit = try audit(Self.prompt(path, comment), path)
    #expect(audit.findings == [] && audit.suppressed.map(\.reason) == ["why"])
    #expect((audit.suppressionTokens > 0) == isSent)
  }

  @Test func `every format is in the table but those that have no comments`() {
    let formats = Set(Self.comments.compactMap { Self.format($0.path) })
    // These differ in nothing that decides how a comment is written.
    let alike: Set<PromptFormat> = [.instructions, .promptFile, .agent]
    #expect(Set(PromptFormat.allCases).subtracting(formats).subtracting(alike) == [.payload])
  }

  @Test func `the file beside is read as the page says`() throws {
    let entries = try Self.blocks("yml").map { try SuppressionSidecar(Array($0.utf8)).entries }
    #expect(entries.map(\.count) == [3])
    #expect(entries.first?.map { $0.text != nil } == [false, true, false])
    #expect(entries.first?.map { $0.content != nil } == [false, false, true])
  }

  private func audit(_ prompt: String, _ path: String) throws -> FileAudit {
    let selection = try RuleSelection(select: ["UNI001"], ignore: [])
    let auditor = Auditor(RuleCatalogue.rules(selection), counting: .init(.o200kBase), format: Self.format(path))
    return auditor.audit(path: path, bytes: Array(prompt.utf8))
  }

  private static func format(_ path: String) -> PromptFormat? {
    path.hasSuffix(".py") ? .pythonLiterals : path.hasSuffix(".ts") ? .typeScriptLiterals : PromptFormat(path: path)
  }

  /// A prompt with a space that is not the plain one, and the comment where the page says it may stand.
  private static func prompt(_ path: String, _ comment: String?) -> String {
    let beside = comment.map { " \($0)" } ?? ""
    let words = "Answer\u{A0}in two sentences."
    switch format(path) {
    case .pythonLiterals: return "SYSTEM_PROMPT = \"You help people. \(words)\"\(beside)\n"
    case .typeScriptLiterals: return "const systemPrompt = \"You help people. \(words)\";\(beside)\n"
    case .gitHubModels: return "messages:\n  - role: user\n    content: \"\(words)\"\(beside)\n"
    case .promptfoo: return "prompts:\n  - \"\(words)\"\(beside)\n"
    default: break
    }
    guard comment?.hasPrefix("#") == true else { return frontMatter(path, "") + words + beside + "\n" }
    return frontMatter(path, beside.dropFirst() + "\n") + words + "\n"
  }

  private static func frontMatter(_ path: String, _ line: String) -> String {
    switch format(path) {
    case .markdown, .agentInstructions, .text, .jinja, .mustache: ""
    default: "---\nname: a\ndescription: Answers.\n\(line)---\n"
    }
  }
}
