import TareJSON
import TareText

/// The linter as an editor's language server, as a function from messages to messages.
///
/// ```
/// editor ──message──► LanguageServer ──► documents ──► audit ──► diagnostics, hovers, code actions ──message──► editor
/// ```
/// It reads no file and writes none: texts come from the editor, settings from whoever made it. Source of methods and
/// names: Language Server Protocol 3.17.
public struct LanguageServer {
  /// What the process should end with, once the editor has said that it should: 0 after a `shutdown`, 1 without.
  public private(set) var exitCode: Int?

  let version: String
  let settings: (String) -> PromptSettings
  var client = ClientCapabilities()
  var documents: [String: OpenDocument] = [:]
  private var state = State.new
  private var outgoing: [[UInt8]] = []

  private enum State {
    case new, running, shutDown
  }

  /// A server that nobody has spoken to yet.
  ///
  /// - Parameters:
  ///   - version: Of tare, as the editor shows it.
  ///   - settings: How the prompt at a path is to be looked at. It is asked again for every version of a document, so
  ///     that a change of the configuration is seen.
  public init(version: String, settings: @escaping (String) -> PromptSettings) {
    self.version = version
    self.settings = settings
  }

  /// Takes one message of the editor and returns what there is to say to it, in order.
  public mutating func receive(_ message: [UInt8]) -> [[UInt8]] {
    outgoing = []
    do throws(ResponseError) {
      if let request = try Request(message) { handle(request) }
    } catch {
      say(Replies.failure(nil, error))
    }
    return outgoing
  }

  mutating func say(_ message: [UInt8]) { outgoing.append(message) }

  private mutating func handle(_ request: Request) {
    guard let identifier = request.identifier else { return notice(request) }
    do throws(ResponseError) {
      let result = try result(of: request)
      say(Replies.result(identifier, result))
      if request.method == "initialize" { state = .running }
      if request.method == "shutdown" { state = .shutDown }
    } catch {
      say(Replies.failure(identifier, error))
    }
  }

  private mutating func result(of request: Request) throws(ResponseError) -> (inout JSONWriter) -> Void {
    if request.method == "initialize" {
      guard state == .new else { throw .invalidRequest("the server is initialized already") }
      client = ClientCapabilities(request.parameters)
      return serverCapabilities
    }
    guard state != .new else { throw .notInitialized }
    guard state == .running else { throw .invalidRequest("the server was shut down") }
    switch request.method {
    case "shutdown": return { $0.null() }
    case "textDocument/diagnostic": return try pulledDiagnostics(request.parameters)
    case "textDocument/codeAction": return try codeActions(request.parameters)
    case "textDocument/hover": return try hover(request.parameters)
    default: throw .unknownMethod(request.method)
    }
  }

  /// What the editor tells; there is no way to say that it made no sense, except to the user.
  private mutating func notice(_ request: Request) {
    if request.method == "exit" {
      exitCode = state == .shutDown ? 0 : 1
      return
    }
    guard state == .running else { return }
    switch request.method {
    case "initialized": watchConfiguration()
    case "textDocument/didOpen": open(request.parameters)
    case "textDocument/didChange": change(request.parameters)
    case "textDocument/didClose": close(request.parameters)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration": inspectAgain()
    default: break
    }
  }
}

extension LanguageServer {
  /// The text of an open document as the server has it; `nil` for one that is not open.
  public func text(of uri: String) -> String? { documents[uri]?.source.string }
}
