import TareAudit
import TarePrompts
import TareText
import TareTokens
import Testing

/// What holds for every fix of every rule, on prompts thrown together from what the rules look for.
struct FixLawTests {
  static let prompts = Untidy.prompts(count: 150, seed: 3)
  static let endings = ["\n", "\r\n"]

  @Test(arguments: prompts, endings)
  func `fixing twice is fixing once`(prompt: String, ending: String) throws {
    let prompt = prompt.replacing("\n", with: ending)
    for safety in FixSafety.allCases {
      let once = try #require(try fixed(prompt, upTo: safety))
      #expect(try fixed(once.description, upTo: safety) == once)
    }
  }

  @Test(arguments: prompts)
  func `a fixed prompt has fewer tokens in every encoding, or is the same`(prompt: String) throws {
    for safety in FixSafety.allCases {
      let after = try #require(try fixed(prompt, upTo: safety)).description
      guard Exactly(after) != Exactly(prompt) else { continue }
      for encoding in Encoding.inUse {
        #expect(Tokenizer(encoding).count(after) < Tokenizer(encoding).count(prompt))
      }
    }
  }

  @Test(arguments: prompts)
  func `what a finding claims is what its fix saves`(prompt: String) throws {
    let audit = try audit(prompt)
    let tokenizer = Tokenizer(.o200kBase)
    for finding in audit.findings {
      guard let fix = finding.fix else { continue }
      let after = try audit.source.applying(fix.edits)
      #expect(tokenizer.count(audit.source.utf8[...]) - tokenizer.count(after.utf8[...]) == finding.tokens)
    }
  }

  @Test(arguments: prompts)
  func `safe fixes keep the structure and every word`(prompt: String) throws {
    let after = try #require(try fixed(prompt)).description
    let before = try PromptDocument(parsing: PromptFile(path: "prompt.md", source: SourceText(prompt)))
    let mended = try PromptDocument(parsing: PromptFile(path: "prompt.md", source: SourceText(after)))
    #expect(PromptStructure(of: before).survives(as: PromptStructure(of: mended)))
    #expect(words(prompt) == words(after))
  }

  @Test(arguments: prompts)
  func `the order of fixes loses nothing: no safe fix is left`(prompt: String) throws {
    let after = try #require(try fixed(prompt)).description
    #expect(try audit(after).findings.allSatisfy { $0.fix?.safety != .safe })
  }

  @Test(arguments: prompts)
  func `totals never exceed the prompt, nor the sum of what was found`(prompt: String) throws {
    // All rules, with those that find whatever they look for.
    let settings = AuditSettings(maxTokens: 1, cacheableMinimum: 1)
    let audit = try audit(prompt, select: ["ALL"], settings: settings)
    let claimed = audit.findings.reduce(0) { sum, finding in
      if case .wasted(let tokens) = finding.cost { sum + tokens } else { sum }
    }
    #expect(audit.ledger.wasted <= audit.ledger.sent)
    #expect(audit.ledger.safelyFixable <= audit.ledger.sent)
    // Two savings side by side may merge into one token more than each alone.
    #expect(audit.ledger.wasted <= claimed + audit.findings.count)
  }

  /// The words, compared as readers see them; dashes of a table's second row are no words, and what nobody sees is no
  /// letter.
  private func words(_ text: String) -> [String] {
    let seen = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200B}" && $0 != "\u{AD}" }))
    return seen.split { $0.isWhitespace || $0 == "|" }.map(String.init)
      .filter { !$0.allSatisfy { $0 == "-" || $0 == ":" } }
  }
}
