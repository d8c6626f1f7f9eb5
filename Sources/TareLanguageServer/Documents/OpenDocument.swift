import TareAudit
import TareJSON
import TareText

/// A document as the editor has it, which may not be what is on the disk.
struct OpenDocument {
  let uri: String
  let path: String
  private(set) var version: Int
  private(set) var source: SourceText
  /// What was found in this version; `nil` before anybody looked.
  var inspection: Inspection?

  /// The document that `textDocument/didOpen` brings.
  init?(_ item: JSONValue?) {
    guard let uri = item?["uri"]?.string, let text = item?["text"]?.stringBytes, let source = try? SourceText(text)
    else { return nil }
    self.uri = uri
    self.source = source
    version = item?["version"]?.integer ?? 0
    path = DocumentPath.path(of: uri, language: item?["languageId"]?.string ?? "")
  }

  /// Makes the changes of `textDocument/didChange`, one after the other.
  ///
  /// - Throws: ``ResponseError`` for a change that cannot be made; those before it were made.
  mutating func apply(_ changes: JSONValue?, version: Int?, _ encoding: PositionEncoding) throws(ResponseError) {
    inspection = nil
    self.version = version ?? self.version
    for change in changes?.elements ?? [] {
      guard let text = change["text"]?.stringBytes else { throw .invalidParameters("a change has no text") }
      let range = change["range"]
      guard let place = range == nil ? source.range : encoding.range(range, in: source) else {
        throw .invalidParameters("the range of a change has no line or no character")
      }
      do { source = try source.applying([Edit(place, replacement: text)]) } catch {
        throw .invalidParameters(error.description)
      }
    }
  }
}
