import TareJSON

/// Why a file is no baseline.
public struct BaselineError: Error, Sendable, Hashable {
  /// What was found, and what was expected.
  public let reason: String
}

extension BaselineError: CustomStringConvertible {
  /// One sentence.
  public var description: String { reason }
}

extension Baseline {
  /// The layout of the file: a baseline of another one is refused, since what it knows would be reported as new.
  private static let version = 1

  /// The baseline that ``json`` wrote.
  ///
  /// - Throws: ``BaselineError`` for anything else.
  public init(json bytes: [UInt8]) throws(BaselineError) {
    let root: JSONValue
    do { root = try JSONDocument(parsing: bytes).root } catch { throw BaselineError(reason: "not JSON: \(error)") }
    guard let version = root["version"]?.integer else {
      throw BaselineError(reason: "no baseline: it has no \"version\"")
    }
    guard version == Self.version else {
      throw BaselineError(reason: "a baseline of version \(version), where \(Self.version) is read; write it anew")
    }
    var files: [String: [Entry]] = [:]
    for file in root["files"]?.members ?? [] {
      for value in file.value.elements { files[file.name, default: []].append(try Entry(value, in: file.name)) }
    }
    self.init(files: files)
  }

  /// The baseline as JSON, the same bytes for the same findings: paths in order, and below each the codes.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { root in
      root.member("version", Self.version)
      root.object("files") { written in
        for (path, entries) in files.sorted(by: { $0.key < $1.key }) {
          written.array(path) { array in
            for entry in entries { array.object { entry.write(to: &$0) } }
          }
        }
      }
    }
    return writer.text + "\n"
  }
}

extension Baseline.Entry {
  fileprivate init(_ value: JSONValue, in path: String) throws(BaselineError) {
    guard let code = value["code"]?.string, let content = value["content"]?.string, let count = value["count"]?.integer,
      count > 0
    else { throw BaselineError(reason: "an entry of \"\(path)\" lacks a \"code\", a \"content\" or a \"count\"") }
    self.init(code: code, content: content, count: count, tokensOver: value["tokens_over"]?.integer)
  }

  fileprivate func write(to object: inout JSONWriter) {
    object.member("code", code)
    object.member("content", content)
    object.member("count", count)
    if let tokensOver { object.member("tokens_over", tokensOver) }
  }
}
