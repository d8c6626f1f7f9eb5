import TareJSON
import TareText

/// Reads prompts that LangChain wrote: `template` is what is sent, in the language that `template_format` names.
///
/// Facts from langchain-core, `load/dump.py` and `prompts/loading.py`: an object with `lc` and `kwargs`, nested as the
/// prompt is, or one with `_type`; f-strings unless something else is said.
struct LangChainPrompt {
  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  /// The templates in it, or `nil` where LangChain did not write it.
  var prompts: [PromptString]? {
    guard isLangChain else { return nil }
    var prompts: [PromptString] = []
    visit { object, role in
      guard let template = object["template"], template.kind == .string else { return }
      prompts.append(PromptString(value: template, role: role, language: Self.language(object["template_format"])))
    }
    return prompts
  }

  /// The names in `input_variables` that templates are filled with, and those in `partial_variables`, which are filled
  /// already; `nil` where LangChain did not write it or there are none. A name that stands for whole messages fills no
  /// template.
  var inputVariables: [DeclaredVariable]? {
    guard isLangChain else { return nil }
    var variables: [DeclaredVariable]?
    var ofMessages: Set<String> = []
    visit { object, _ in
      if let name = object["variable_name"]?.string { ofMessages.insert(name) }
      guard let names = object["input_variables"], names.kind == .array else { return }
      let partial = object["partial_variables"]?.members.map(\.key) ?? []
      variables =
        (variables ?? [])
        + (names.elements + partial).compactMap { name in
          name.string.map { DeclaredVariable(name: $0, sample: nil, range: name.range) }
        }
    }
    return variables?.filter { !ofMessages.contains($0.name) }
  }

  private var isLangChain: Bool {
    root["lc"] != nil && root["kwargs"] != nil
      || root["_type"]?.string == "prompt" || root["_type"]?.string == "few_shot" || root["_type"]?.string == "chat"
  }

  /// Calls `body` with every object and the role of the message around it.
  private func visit(_ body: (JSONValue, PromptRole?) -> Void) {
    var pending: [(value: JSONValue, role: PromptRole?)] = [(root, nil)]
    while let (value, role) = pending.popLast() {
      let inner = Self.role(value["id"]) ?? role
      if value.kind == .object { body(value, inner) }
      pending += (value.elements + value.members.map(\.value)).filter { $0.kind == .object || $0.kind == .array }
        .reversed().map { ($0, inner) }
    }
  }

  /// The role in a class such as `SystemMessagePromptTemplate`.
  private static func role(_ identifier: JSONValue?) -> PromptRole? {
    guard let name = identifier?.elements.last?.string, let end = name.firstRange(of: "Message") else { return nil }
    return PromptRole(name: String(name[..<end.lowerBound]))
  }

  private static func language(_ format: JSONValue?) -> TemplateLanguage {
    switch format?.string {
    case "mustache": .handlebars
    case "jinja2": .jinja
    default: .formatString
    }
  }
}
