import TareJSON
import TareText

extension LanguageServer {
  mutating func open(_ parameters: JSONValue?) {
    guard let document = OpenDocument(parameters?["textDocument"]) else { return }
    documents[document.uri] = document
    inspect(document.uri)
  }

  mutating func change(_ parameters: JSONValue?) {
    let item = parameters?["textDocument"]
    guard let uri = item?["uri"]?.string, var document = documents[uri] else { return }
    do throws(ResponseError) {
      try document.apply(parameters?["contentChanges"], version: item?["version"]?.integer, client.encoding)
    } catch {
      showMessage("\(document.path): a change could not be followed, close and open the file again: \(error.message)")
    }
    documents[uri] = document
    inspect(uri)
  }

  mutating func close(_ parameters: JSONValue?) {
    guard let uri = parameters?["textDocument"]?["uri"]?.string, documents.removeValue(forKey: uri) != nil else {
      return
    }
    // What is not open has nothing said about it any more.
    if !client.pullsDiagnostics { publish([], uri: uri, version: nil) }
  }

  /// Looks at everything that is open: the configuration may have changed.
  mutating func inspectAgain() {
    for uri in documents.keys.sorted() {
      documents[uri]?.inspection = nil
      inspect(uri)
    }
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      say(Replies.request("workspace/diagnostic/refresh", identifier: "tare-refresh") { $0.null() })
    }
  }

  /// Looks at a document, unless the editor will ask.
  private mutating func inspect(_ uri: String) {
    guard !client.pullsDiagnostics, let document = documents[uri] else { return }
    publish(diagnostics(of: document), uri: uri, version: document.version)
  }

  /// What there is to say about the newest version of a document.
  mutating func diagnostics(of document: OpenDocument) -> [[UInt8]] {
    switch look(at: document) {
    case .nothing: []
    case .problem(let problem): [diagnostic(problem, document)]
    case .inspection(let inspection): diagnostics(of: inspection, in: document)
    }
  }

  /// What is found in the newest version of a prompt; it is looked at once.
  mutating func inspection(of uri: String) -> Inspection? {
    guard let document = documents[uri], case .inspection(let inspection) = look(at: document) else { return nil }
    return inspection
  }

  private enum Look {
    case nothing
    case problem(SettingProblem)
    case inspection(Inspection)
  }

  private mutating func look(at document: OpenDocument) -> Look {
    if let inspection = document.inspection { return .inspection(inspection) }
    switch settings(document.path) {
    case .leave: return .nothing
    case .check(let problem): return problem(document.source.utf8).map { .problem($0) } ?? .nothing
    case .unreadable(let reason):
      showMessage(reason)
      return .nothing
    case .audit(let auditor, let prices, let context, let sidecar):
      let inspection = Inspection(
        auditor, prices, context, sidecar: sidecar, path: document.path, bytes: document.source.utf8)
      documents[document.uri]?.inspection = inspection
      return .inspection(inspection)
    }
  }

  /// The document of a request, by the URI in its `textDocument`.
  func document(_ parameters: JSONValue?) throws(ResponseError) -> OpenDocument {
    guard let uri = parameters?["textDocument"]?["uri"]?.string else {
      throw .invalidParameters("the request names no textDocument")
    }
    guard let document = documents[uri] else { throw .invalidParameters("\(uri) is not open") }
    return document
  }

  private mutating func showMessage(_ text: String) {
    say(
      Replies.notification("window/showMessage") { parameters in
        parameters.object {
          // 1 is an error.
          $0.member("type", 1)
          $0.member("message", "tare: \(text)")
        }
      })
  }
}
