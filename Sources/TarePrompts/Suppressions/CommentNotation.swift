/// How comments are written somewhere in a file.
struct CommentNotation {
  let opening: [UInt8]
  /// What closes the comment; `nil` where the end of the line does.
  let closing: [UInt8]?
  /// Marks that may stand in front of the closing one and belong to it.
  let trimming: [UInt8]

  private init(_ opening: String, _ closing: String?, trimming: String = "") {
    self.opening = Array(opening.utf8)
    self.closing = closing.map { Array($0.utf8) }
    self.trimming = Array(trimming.utf8)
  }

  static let html = CommentNotation("<!--", "-->")
  static let hash = CommentNotation("#", nil)
  static let slashes = CommentNotation("//", nil)
  static let slashStar = CommentNotation("/*", "*/")
  /// The longer openings stand before those they begin with.
  static let jinja = [CommentNotation("{#-", "#}", trimming: "-+"), CommentNotation("{#", "#}", trimming: "-+")]
  static let handlebars = [
    CommentNotation("{{!--", "--}}"), CommentNotation("{{~!--", "--}}"), CommentNotation("{{!", "}}"),
    CommentNotation("{{~!", "}}"),
  ]
}

extension TemplateLanguage {
  /// Comments that the template language itself takes out.
  var comments: [CommentNotation] {
    switch self {
    case .jinja: CommentNotation.jinja
    case .handlebars: CommentNotation.handlebars
    case .none, .any, .formatString, .dollarBrace: []
    }
  }
}

extension PromptFormat {
  /// Comments in the parts of a file that are no prompt.
  var structureComments: [CommentNotation] {
    switch self {
    case .gitHubModels, .promptfoo, .pythonLiterals: [.hash]
    case .typeScriptLiterals: [.slashes, .slashStar]
    case .payload: []
    default: [.hash]
    }
  }
}
