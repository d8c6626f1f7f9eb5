import TareAudit
import TareJSON
import TareLanguageServer
import TareTokens

/// An editor that says what a test tells it to.
struct ScriptedEditor {
  private(set) var server: LanguageServer
  private var lastIdentifier = 0

  static let uri = "file:///desk/prompt.md"

  /// An editor that has greeted the server with these capabilities.
  init(capabilities: String = "{}", settings: @escaping (String) -> PromptSettings = Self.allRules) throws {
    server = LanguageServer(version: "1.2.3", settings: settings)
    _ = try request("initialize", #"{"capabilities":\#(capabilities)}"#)
    _ = notify("initialized", "{}")
  }

  /// An editor that has said nothing yet.
  static var silent: ScriptedEditor {
    ScriptedEditor(server: LanguageServer(version: "1.2.3", settings: allRules))
  }

  private init(server: LanguageServer) {
    self.server = server
  }

  static func allRules(_ path: String) -> PromptSettings {
    path.hasSuffix(".swift") ? .leave : .audit(Auditor(RuleCatalogue.rules(), encoding: .o200kBase), nil)
  }

  /// Sends what wants an answer, and returns the answer.
  mutating func request(_ method: String, _ parameters: String) throws -> JSONValue {
    lastIdentifier += 1
    let replies = say(#"{"jsonrpc":"2.0","id":\#(lastIdentifier),"method":"\#(method)","params":\#(parameters)}"#)
    let answers = replies.filter { $0["id"]?.integer == lastIdentifier }
    guard answers.count == 1 else { throw NoAnswer(replies: replies.count) }
    return answers[0]
  }

  /// Tells something, and returns all that is said about it.
  mutating func notify(_ method: String, _ parameters: String) -> [JSONValue] {
    say(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(parameters)}"#)
  }

  mutating func say(_ message: String) -> [JSONValue] {
    server.receive(Array(message.utf8)).compactMap { try? JSONDocument(parsing: $0).root }
  }

  mutating func open(_ text: String, uri: String = uri, language: String = "markdown") -> [JSONValue] {
    notify(
      "textDocument/didOpen",
      #"{"textDocument":{"uri":"\#(uri)","languageId":"\#(language)","version":1,"text":\#(quoted(text))}}"#)
  }

  struct NoAnswer: Error { let replies: Int }
}

func quoted(_ text: String) -> String {
  var bytes: [UInt8] = []
  appendQuoted(text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

extension JSONValue {
  /// Where a diagnostic begins and ends, with its code: `2:0-2:5 FMT001`.
  var place: String {
    func ends(_ name: String) -> String {
      let end = self["range"]?[name]
      return "\(end?["line"]?.integer ?? -1):\(end?["character"]?.integer ?? -1)"
    }
    return "\(ends("start"))-\(ends("end")) \(self["code"]?.string ?? "")"
  }

  /// The diagnostics of a `publishDiagnostics`.
  var places: [String] { self["params"]?["diagnostics"]?.elements.map(\.place) ?? [] }
}
