/// The path of a document that the editor names by its URI.
enum DocumentPath {
  /// The path behind `file://`; for what has no file, such as `untitled:Untitled-1`, a name that says its language.
  static func path(of uri: String, language: String) -> String {
    guard uri.hasPrefix("file://") else { return name(of: uri, language) }
    let rest = uri.dropFirst("file://".count)
    let path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
    return decoded(path)
  }

  private static func name(of uri: String, _ language: String) -> String {
    let name = decoded(uri.split(separator: "/").last ?? "untitled")
    let endings = ["markdown": ".md", "plaintext": ".txt", "jinja": ".jinja2", "handlebars": ".hbs"]
    guard let ending = endings[language], !name.hasSuffix(ending) else { return name }
    return name + ending
  }

  /// The text with its `%20` read; what is no escape stays.
  private static func decoded(_ text: Substring) -> String {
    let utf8 = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index] == UInt8(ascii: "%"), index + 2 < utf8.count,
        let byte = UInt8(String(decoding: utf8[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
