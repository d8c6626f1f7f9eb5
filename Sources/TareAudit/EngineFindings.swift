import TarePrompts
import TareText

extension RulePage {
  /// A file that is not there, may not be read, or is not UTF-8.
  public static let unreadable = RulePage(
    code: "TARE002", name: "unreadable-or-undecodable",
    summary: "A file cannot be read, or its bytes are not UTF-8.",
    rationale: "What cannot be read cannot be checked; the other files are checked all the same.", severity: .error)

  /// A file that breaks the rules of its own format.
  public static let parseError = RulePage(
    code: "TARE003", name: "parse-error",
    summary: "A file breaks the rules of its format.",
    rationale: "What a reader of the format refuses will not be sent as it was meant.", severity: .error)

  /// A prompt whose Markdown would take more than linear time to read.
  public static let unreadStructure = RulePage(
    code: "TARE004", name: "unread-structure",
    summary: "The structure of a prompt is not read, since reading it would take more than linear time.",
    rationale: "Nobody writes such text by hand; without its structure no fix can be known to be safe.",
    severity: .warning)
}

extension FileAudit {
  /// A file that could not be read, with the system's reason.
  public static func unreadable(path: String, reason: String) -> FileAudit {
    failure(path, SourceText(""), Finding(.unreadable, "\(reason)", at: SourceRange(0, 0)))
  }

  /// A file whose bytes are not UTF-8; the finding stands where the first of them is.
  static func undecodable(path: String, bytes: [UInt8], _ error: InvalidUTF8) -> FileAudit {
    let decodable = SourceText(String(decoding: bytes[..<error.offset], as: UTF8.self))
    let place = SourceRange(error.offset, error.offset)
    return failure(path, decodable, Finding(.unreadable, "\(error.description)", at: place))
  }

  /// A file that breaks the rules of its format.
  static func malformed(_ error: PromptError, _ source: SourceText) -> FileAudit {
    failure(error.path, source, Finding(.parseError, "\(error.reason)", at: error.range))
  }

  private static func failure(_ path: String, _ source: SourceText, _ finding: Finding) -> FileAudit {
    FileAudit(path: path, source: source, findings: [finding], ledger: .nothing, isFailure: true)
  }
}
