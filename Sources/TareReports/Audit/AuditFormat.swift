/// How the findings of an audit can be written.
public enum AuditFormat: String, Sendable, Hashable, CaseIterable {
  /// For people: source line, caret, help and what a fix would make of it.
  case full
  /// One line for each finding.
  case concise
  /// The findings below the names of their files.
  case grouped
  /// A JSON array with ruff's members and more.
  case json
  /// The same objects, one a line.
  case jsonLines = "json-lines"
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Workflow commands, which GitHub shows beside the lines of a pull request.
  case github
  /// GitLab's Code Quality report.
  case gitlab
  /// JUnit's XML.
  case junit
  /// Checkstyle's XML.
  case checkstyle
  /// Reviewdog's format as one object.
  case rdjson
  /// Reviewdog's format, one diagnostic a line.
  case rdjsonLines = "rdjsonl"
  /// A comment on a pull request.
  case markdown
  /// One self-contained page, with a map of the tokens.
  case html

  /// The format of that name; `text` is another name for ``full``.
  public init?(name: String) {
    guard let format = name == "text" ? .full : AuditFormat(rawValue: name) else { return nil }
    self = format
  }

  /// Whether it is read on a terminal, so that colour makes sense.
  public var isForTerminals: Bool {
    switch self {
    case .full, .concise, .grouped: true
    default: false
    }
  }
}

extension PricedAudit {
  /// What a report is besides its findings.
  public struct Presentation: Sendable {
    /// Whether it is set in colours, where the format has any.
    public var style: TextStyle
    /// Whether the sums stand below the findings, where the format has them.
    public var showsSums: Bool
    /// The version of the program that writes it.
    public var toolVersion: String

    /// A presentation.
    public init(style: TextStyle = .plain, showsSums: Bool = true, toolVersion: String) {
      self.style = style
      self.showsSums = showsSums
      self.toolVersion = toolVersion
    }
  }

  /// The report in `format`.
  public func rendered(as format: AuditFormat, _ presentation: Presentation) -> String {
    switch format {
    case .full: full(presentation.style, showsSums: presentation.showsSums)
    case .concise: concise(presentation.style, showsSums: presentation.showsSums)
    case .grouped: grouped(presentation.style, showsSums: presentation.showsSums)
    case .json: json
    case .jsonLines: jsonLines
    case .sarif: sarif(toolVersion: presentation.toolVersion)
    case .github: gitHub
    case .gitlab: gitLab
    case .junit: jUnit
    case .checkstyle: checkstyle
    case .rdjson: rdjson
    case .rdjsonLines: rdjsonLines
    case .markdown: markdown
    case .html: html(toolVersion: presentation.toolVersion)
    }
  }
}
