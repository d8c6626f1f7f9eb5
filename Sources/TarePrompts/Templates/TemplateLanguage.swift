/// The language in which a prompt says where values go.
public enum TemplateLanguage: String, Sendable, Hashable, CaseIterable {
  /// The text is sent as it is, and a brace is a brace.
  case none
  /// Whatever looks like a placeholder: `{x}`, `{{x}}`, `${x}`, `<<x>>`. Nobody said which library fills it.
  case any
  /// Jinja2 and its relatives, Nunjucks and Liquid's common part.
  case jinja
  /// Handlebars and Mustache.
  case handlebars
  /// Python's `str.format` and f-strings.
  case formatString
  /// `${x}` of JavaScript's template literals.
  case dollarBrace
}
