public import TarePrompts
import TareText
import TareUnicode

/// A rule of the user's own: a regular expression, what to say where it matches, and what to write instead.
///
/// The rule is held to what tare's own rules are held to: its fixes are verified and counted again, and one that saves
/// nothing is left out. An expression that runs out of time is a finding, and the other rules go on.
public struct CustomRule: Rule, Hashable {
  /// Where in a file a rule looks.
  public enum Zone: String, Sendable, Hashable, CaseIterable {
    /// Running text outside code.
    case prose
    /// Headings.
    case heading
    /// Rows of tables.
    case table
    /// Code, fenced, indented and inside lines.
    case code
    /// Lines of tags and comments.
    case html
    /// All that is sent.
    case all
  }

  /// What is true of all rules of this kind; each has a page of its own.
  public static let page = RulePage(
    code: "CUSTOM", name: "custom-rule", summary: "A pattern of the project's own settings.",
    rationale: "The project's settings say so.", severity: .warning)

  /// What the rule says about itself.
  public let page: RulePage
  private let expression: RegularExpression
  private let message: MatchTemplate
  private let replacement: MatchTemplate?
  private let zones: Set<Zone>
  private let skipped: Set<PromptZone.Kind>

  /// A rule that finds `pattern` in `zones`.
  ///
  /// - Parameters:
  ///   - message: What to say; `$0` is the match, `$1` and `${name}` are groups, `\$` is a dollar.
  ///   - replacement: What to write instead, in the same notation; `nil` where nothing can be done.
  ///   - skipped: In which stretches it does not look, though they are of its zones.
  /// - Throws: ``CustomRuleError``.
  public init(
    code: String, name: String, pattern: String, message: String, severity: Severity = .warning,
    replacement: String? = nil, safety: FixSafety = .unsafe, zones: [Zone] = [.prose],
    skipping skipped: [PromptZone.Kind] = []
  ) throws(CustomRuleError) {
    try Self.check(code: code, name: name)
    let expression: RegularExpression
    do { expression = try RegularExpression(pattern) } catch { throw CustomRuleError("\(error)") }
    self.expression = expression
    self.message = try MatchTemplate(message, of: expression, as: "message")
    self.replacement = try replacement.map { text throws(CustomRuleError) in
      try MatchTemplate(text, of: expression, as: "replacement")
    }
    self.zones = Set(zones)
    self.skipped = Set(skipped)
    page = RulePage(
      code: code, name: name, summary: "\(pattern) matches: \(message)", rationale: "The project's settings say so.",
      evidence: "None: the rule is the project's own.", severity: severity,
      fixSafety: replacement == nil ? nil : safety, isAboutTokens: false)
  }

  /// Reports each match.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let regions = CustomRuleZones(document, zones, skipping: skipped).regions
    let result = expression.search(document.source.utf8.span, in: regions.map { $0.start..<$0.end })
    for match in result.matches { report(finding(of: match, in: document.source)) }
    if let limit = result.limit { report(.patternRanOut(page, limit, in: document.source)) }
  }

  private func finding(of match: SearchResult.Match, in source: SourceText) -> Finding {
    let range = SourceRange(match.range.lowerBound, match.range.upperBound)
    let fix = replacement.map { template in
      let text = template.text(of: match, in: source)
      let what = text.isEmpty ? "take it out" : "write \"\(String(decoding: text, as: UTF8.self))\""
      return Fix(what, page.fixSafety ?? .unsafe, edits: [Edit(range, replacement: text)])
    }
    return Finding(page, "\(String(decoding: message.text(of: match, in: source), as: UTF8.self))", at: range, fix: fix)
  }
}

/// Why a rule of the user's own cannot be.
public struct CustomRuleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence: what was found, and what a rule asks for.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension CustomRule {
  private static func check(code: String, name: String) throws(CustomRuleError) {
    let letters = code.utf8.prefix { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    let digits = code.utf8.dropFirst(letters.count)
    guard (2...12).contains(letters.count), (1...6).contains(digits.count),
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else {
      throw CustomRuleError("a rule's code has 2 to 12 capital letters and 1 to 6 digits, and this is \"\(code)\"")
    }
    let prefix = String(decoding: letters, as: UTF8.self)
    guard !ownPrefixes.contains(prefix), prefix != "ALL" else {
      throw CustomRuleError("the codes that begin with \(prefix) are tare's own, and this is \"\(code)\"")
    }
    let isName = name.utf8.allSatisfy { isNameByte($0) } && name.utf8.first.map { $0 != UInt8(ascii: "-") } == true
    guard isName, !RuleCatalogue.pages.contains(where: { $0.name == name }), name != "all" else {
      throw CustomRuleError(
        "a rule's name has small letters, digits and hyphens and is its own, and this is \"\(name)\"")
    }
  }

  /// The beginnings of the codes of all rules of tare, those that are still to come included.
  private static let ownPrefixes: Set<String> = [
    "TARE", "WSP", "UNI", "FMT", "DUP", "VRB", "BUD", "CCH", "TPL", "OUT", "SEC",
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension CustomRule: CustomStringConvertible {
  /// All that the rule is made of, on one line.
  public var description: String {
    let places = zones.map(\.rawValue).sorted().joined(separator: " ")
    let left = skipped.map(\.rawValue).sorted().joined(separator: " ")
    return "\(page.code) \(page.severity) \(page.fixSafety?.rawValue ?? "none") [\(places)] [\(left)] "
      + "\(page.summary.debugDescription) \(message) \(replacement.map { "\($0)" } ?? "")"
  }
}
