import TarePrompts
import TareText

extension RulePage {
  /// A file that is not there, may not be read, or is not UTF-8.
  public static let unreadable = RulePage(
    code: "TARE002", name: "unreadable-or-undecodable",
    summary: "A file cannot be read, or its bytes are not text in UTF-8.",
    rationale: "What cannot be read cannot be checked; the other files are checked all the same.", severity: .error)

  /// A file that breaks the rules of its own format.
  public static let parseError = RulePage(
    code: "TARE003", name: "parse-error",
    summary: "A file breaks the rules of its format.",
    rationale: "What a reader of the format refuses will not be sent as it was meant.", severity: .error)

  /// A model whose tokens can only be estimated. A run says so once, and no file is at fault.
  public static let unknownModel = RulePage(
    code: "TARE004", name: "unknown-model",
    summary: "The tokens of the model that was named can only be estimated.",
    rationale: """
      Some vendors publish no vocabulary. Their tokens are counted with one that is known and put in proportion; every \
      figure of the report then has a band, and a budget that must hold exactly cannot be checked.
      """,
    severity: .info)

  /// A file that goes by the name of a template and makes no prompt.
  public static let notAPrompt = RulePage(
    code: "TARE005", name: "not-a-prompt",
    summary: "A template is one of something else: a recipe for containers, a page, a program, settings.",
    rationale: """
      Templates are written for everything, and what is waste in a prompt may be needed there. A file that was come upon \
      in a folder is passed over, and it is said which; one that was named by hand is looked at.
      """,
    evidence: """
      November 2026: 50 of 154 published files named .jinja2 were no prompts. Of 25 in the development sample 6 are passed \
      over, all of them workflows and programs.
      """,
    severity: .info)

  /// A file whose Markdown is more than any reader should go through.
  public static let unreadStructure = RulePage(
    code: "TARE009", name: "unread-structure",
    summary: "The headings, tables and code of a file cannot be told.",
    rationale: """
      Some texts, which nobody writes by hand, take readers of Markdown a time that grows with the square of their \
      length. Their tokens are counted, but without their structure no fix can be shown to keep it, so none is proposed.
      """,
    severity: .warning)

  /// What the engine itself reports; it cannot be left out.
  public static let engine =
    [unreadable, parseError, unknownModel, notAPrompt, unreadStructure, patternRanOut] + suppressions
}

extension Finding {
  /// The structure of a file could not be read.
  static func unreadStructure(_ unread: UnreadStructure) -> Finding {
    Finding(.unreadStructure, "\(unread.description): structure is not read and no fix is proposed", at: unread.range)
  }
}

extension FileAudit {
  /// A file that could not be read, with the system's reason.
  public static func unreadable(path: String, reason: String) -> FileAudit {
    failure(path, SourceText(""), Finding(.unreadable, "\(reason)", at: SourceRange(0, 0)))
  }

  /// A file that cannot be read as a prompt.
  static func failure(_ error: PromptReadError, path: String, bytes: [UInt8]) -> FileAudit {
    switch error {
    case .notUTF8(let invalid): return undecodable(error, at: invalid.offset, path, bytes)
    case .notText(let offset): return undecodable(error, at: offset, path, bytes)
    case .malformed(let error):
      // What is malformed was read as text, so it decodes to the same bytes.
      let source = SourceText(String(decoding: bytes, as: UTF8.self))
      return failure(path, source, Finding(.parseError, "\(error.reason)", at: error.range))
    }
  }

  /// The finding stands behind the text that could be read.
  private static func undecodable(
    _ error: PromptReadError, at offset: Int, _ path: String, _ bytes: [UInt8]
  ) -> FileAudit {
    let text = SourceText(String(decoding: bytes[..<offset], as: UTF8.self))
    return failure(path, text, Finding(.unreadable, "\(error.description)", at: SourceRange(offset, offset)))
  }

  private static func failure(_ path: String, _ source: SourceText, _ finding: Finding) -> FileAudit {
    FileAudit(path: path, source: source, findings: [finding], ledger: .nothing, isFailure: true, summary: nil)
  }
}
