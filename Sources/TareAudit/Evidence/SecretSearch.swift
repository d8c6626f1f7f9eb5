import TarePrompts
import TareText

/// Finds keys that open somebody's account, by how they begin and how long they are.
struct SecretSearch: Sendable {
  /// A key.
  struct Key {
    let range: SourceRange
    /// What it is to; `nil` for a private key.
    let name: String?
  }

  private let forms = SecretForms.shared
  private let search = PhraseSearch(SecretForms.shared.forms.map(\.prefix), ignoringCase: false)
  private let examples = PhraseSearch(SecretForms.shared.examples, ignoringCase: true)

  /// The keys in `document`, private keys last.
  ///
  /// - Complexity: O(*n*) in bytes.
  func keys(in document: PromptDocument) -> [Key] {
    let bytes = document.source.utf8
    let found = search.matches(in: bytes[...], wholeWords: false).compactMap { match in
      range(of: match, in: bytes).map { Key(range: $0, name: forms.forms[match.index].name) }
    }
    let lines = document.lines.indices.dropLast().filter { isPrivateKey($0, document) }
    return found + lines.map { Key(range: document.lines[$0].range, name: nil) }
  }

  /// The fewest different characters that a key has and `xxxxxxxx` has not.
  private static let leastVariety = 8

  private func range(of match: PhraseSearch.Match, in bytes: [UInt8]) -> SourceRange? {
    let form = forms.forms[match.index]
    guard match.range.start == 0 || !isKeyPart(bytes[match.range.start - 1]) else { return nil }
    var rest = bytes[match.range.end...].prefix(form.most + 1).prefix { form.holds($0) }
    // The stop of a sentence is no part of a key.
    if rest.last == UInt8(ascii: ".") { rest.removeLast() }
    guard rest.count >= form.least, rest.count <= form.most,
      rest.endIndex == bytes.count || !isKeyPart(bytes[rest.endIndex]), Set(rest).count >= Self.leastVariety,
      form.characters != .dotted || rest.count(where: { $0 == UInt8(ascii: ".") }) == 1,
      examples.matches(in: rest, wholeWords: false).isEmpty
    else { return nil }
    return SourceRange(match.range.start, rest.endIndex)
  }

  private func isKeyPart(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") }

  /// The fewest characters on the first line of a private key: shorter ones are dots that stand for it.
  private static let leastKeyLine = 40

  private func isPrivateKey(_ index: Int, _ document: PromptDocument) -> Bool {
    let source = document.source
    let header = source.bytes(in: document.lines[index].range)
    guard header.count < 80, header.starts(with: "-----BEGIN ".utf8),
      String(decoding: header, as: UTF8.self).contains("PRIVATE KEY")
    else { return false }
    let text = source.bytes(in: document.lines[index + 1].range)
    return text.count >= Self.leastKeyLine && text.allSatisfy { $0.isASCIIAlphanumeric || "+/=".utf8.contains($0) }
  }
}
