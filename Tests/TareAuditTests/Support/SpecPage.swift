import Foundation
import TareAudit
import TareText
import Testing

/// One page of `Tests/Specs`: cases in Markdown, each a heading, a `prompt` block and what is expected of it.
///
/// ````
/// ## Title
/// ```base            missing: there is nothing to compare with
/// The prompt as it was before.
/// ```
/// ```other path=AGENTS.md    a file beside it, as many as there are
/// ```
/// ```prompt max-tokens=5
/// The prompt, without the last line ending.
/// ```
/// ```findings        missing: nothing is found
/// 1:1 BUD001 …
/// ```
/// ```fixed           missing: fixes change nothing
/// ```
/// ````
struct SpecPage: CustomTestStringConvertible {
  struct Case: Sendable, CustomStringConvertible {
    let page: String
    let rule: String
    let title: String
    let prompt: String
    let base: String?
    /// The files beside it.
    let others: [RulePage.Example.Other]
    let settings: AuditSettings
    let path: String
    var findings: [String]
    var fixed: String?

    var description: String { "\(rule): \(title)" }
  }

  let url: URL
  var testDescription: String { url.lastPathComponent }
  private(set) var cases: [Case] = []
  private let lines: [String]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Specs")

  static func all() throws -> [SpecPage] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map(SpecPage.init)
  }

  init(_ url: URL) throws {
    self.url = url
    lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let rule = String(url.lastPathComponent.prefix { $0 != "-" })
    var title = ""
    var base: String?
    var others: [RulePage.Example.Other] = []
    for block in Self.blocks(lines) {
      switch block.kind {
      case "title": (title, base, others) = (block.text, nil, [])
      case "base": base = block.text
      case "other": others.append(.init(path: block.options["path"] ?? "other.md", prompt: block.text))
      case "prompt":
        cases.append(
          Case(
            page: url.lastPathComponent, rule: rule, title: title, prompt: block.text, base: base, others: others,
            settings: block.settings, path: block.options["path"] ?? "prompt.md", findings: [], fixed: nil))
      case "findings": cases[cases.count - 1].findings = block.text.components(separatedBy: "\n")
      case "fixed": cases[cases.count - 1].fixed = block.text
      default: break
      }
    }
  }

  /// The page with what was found in place of what was expected.
  func recorded(_ outcomes: [(findings: [String], fixed: String?)]) -> String {
    var output: [String] = []
    var index = 0
    var outcome = 0
    while index < lines.count {
      guard let fence = Self.openingFence(lines[index]) else {
        output.append(lines[index])
        index += 1
        continue
      }
      let end = lines[(index + 1)...].firstIndex(of: fence.marks) ?? lines.count - 1
      if fence.kind == "prompt" {
        output += lines[index...end]
        if !outcomes[outcome].findings.isEmpty { output += ["```findings"] + outcomes[outcome].findings + ["```"] }
        if let fixed = outcomes[outcome].fixed {
          output += ["\(fence.marks)fixed", Self.escaped(fixed), fence.marks]
        }
        outcome += 1
      } else if fence.kind != "findings", fence.kind != "fixed" {
        output += lines[index...end]
      }
      index = end + 1
    }
    return output.joined(separator: "\n")
  }

  // MARK: Reading

  private struct Block {
    let kind: String
    let options: [String: String]
    let text: String

    var settings: AuditSettings {
      var settings = AuditSettings()
      settings.maxTokens = options["max-tokens"].flatMap { Int($0) }
      settings.maxGrowth = options["max-growth"].flatMap { text in
        text.hasSuffix("%") ? Int(text.dropLast()).map(Growth.percent) : Int(text).map(Growth.tokens)
      }
      settings.maxAlwaysOnTokens = options["max-always-on"].flatMap { Int($0) }
      if let limit = options["max-set"].flatMap({ Int($0) }) {
        settings.loadSetBudgets = [
          LoadSetBudget(roots: PathPattern("**", below: LexicalPath("")), limits: TokenLimits(maxTokens: limit))
        ]
      }
      if let minimum = options["cacheable-minimum"].flatMap({ Int($0) }) { settings.cacheableMinimum = minimum }
      settings.contextWindow = options["context-window"].flatMap { Int($0) }
      settings.folderFiles = options["files"].map { FolderFiles($0.split(separator: ",").map(String.init)) }
      return settings
    }
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var index = 0
    while index < lines.count {
      if lines[index].hasPrefix("## ") {
        blocks.append(Block(kind: "title", options: [:], text: String(lines[index].dropFirst(3))))
      } else if let fence = openingFence(lines[index]),
        let end = lines[(index + 1)...].firstIndex(of: fence.marks)
      {
        let text = unescaped(lines[(index + 1)..<end].joined(separator: "\n"))
        blocks.append(Block(kind: fence.kind, options: fence.options, text: text))
        index = end
      }
      index += 1
    }
    return blocks
  }

  private static func openingFence(_ line: String) -> (marks: String, kind: String, options: [String: String])? {
    let marks = String(line.prefix { $0 == "`" })
    guard marks.count >= 3 else { return nil }
    let words = line.dropFirst(marks.count).split(separator: " ")
    guard let kind = words.first else { return nil }
    var options: [String: String] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { options[String(parts[0])] = String(parts[1]) }
    }
    return (marks, String(kind), options)
  }

  /// Spaces that are no space, marks and pieces of syllables, written as their numbers.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let category = scalar.properties.generalCategory
      let isHidden =
        (category == .spaceSeparator && scalar != " ") || category == .nonspacingMark || category == .format
        || scalar == "\t"
        || (0x1100...0x11FF).contains(scalar.value)
      return isHidden ? "⟨U+\(String(format: "%04X", scalar.value))⟩" : String(scalar)
    }.joined()
  }

  /// `⟨U+00A0⟩` stands for the character: in a page nobody could see it.
  private static func unescaped(_ text: String) -> String {
    var parts = text.components(separatedBy: "⟨U+")
    let first = parts.removeFirst()
    return parts.reduce(first) { result, part in
      guard let end = part.firstIndex(of: "⟩"), let value = UInt32(part[..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return result + "⟨U+" + part }
      return result + String(scalar) + part[part.index(after: end)...]
    }
  }
}
