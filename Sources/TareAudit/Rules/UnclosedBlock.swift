public import TarePrompts
import TareText

/// Flags blocks of a template that are opened and not closed, or closed and not opened.
public struct UnclosedBlock: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL003", name: "unclosed-block",
    summary: "A block of a template is not closed, or closed without being open.",
    rationale: "The template cannot be filled: the request fails, or its marks are sent as text.",
    evidence: "Not measured: what opens and closes blocks is the grammar of Handlebars and Mustache.",
    severity: .error,
    triggering: [.init("{{#if formal}}\nSay Sie."), .init("Say Sie.\n{{/if}}")],
    silent: ["{{#if formal}}\nSay Sie.\n{{else}}\nSay du.\n{{/if}}", "Close it with `{{/if}}`."])

  /// A rule without settings.
  public init() {}

  /// Reports each mark that has no partner.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var open: [Placeholder] = []
    var openCounts: [Substring: Int] = [:]
    // Dotprompt's `{{section "x"}}` opens without a mark.
    let names = Set(document.placeholders.lazy.map { $0.name.prefix { $0 != " " } })
    for mark in document.placeholders where mark.isControl && mark.syntax == .doubleBrace && !mark.isInCode {
      switch mark.name.utf8.first {
      // A lone `{{^}}` is how Handlebars spells "else".
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        guard !mark.blockName.isEmpty else { continue }
        open.append(mark)
        openCounts[mark.blockName, default: 0] += 1
      case UInt8(ascii: "/") where openCounts[mark.blockName, default: 0] > 0:
        while let last = open.popLast() {
          openCounts[last.blockName, default: 0] -= 1
          if last.blockName == mark.blockName { break }
          report(Finding(Self.page, .notClosed(last), at: last.range))
        }
      case UInt8(ascii: "/") where !names.contains(mark.blockName):
        report(Finding(Self.page, .notOpen(mark.blockName), at: mark.range))
      default: break
      }
    }
    for unclosed in open { report(Finding(Self.page, .notClosed(unclosed), at: unclosed.range)) }
  }
}

extension Placeholder {
  /// The word by which an opening and a closing mark belong together.
  fileprivate var blockName: Substring {
    name.dropFirst().drop { "#>".contains($0) || $0.isWhitespace }.prefix { $0 != "~" && !$0.isWhitespace }
  }
}

extension Finding.Message {
  fileprivate static func notOpen(_ name: Substring) -> Self { "\"\(String(name))\" is closed here and not open" }
  fileprivate static func notClosed(_ mark: Placeholder) -> Self { "\"\(String(mark.blockName))\" is not closed" }
}
