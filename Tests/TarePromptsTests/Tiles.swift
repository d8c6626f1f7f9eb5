import TarePrompts
import TareText
import Testing

extension PromptDocument {
  /// Each span as its kind and its bytes, line feeds as `⏎`.
  var tiles: [String] { spans.map { "\($0.kind.rawValue) \(shown(source.string(in: $0.range)))" } }

  /// Each text that is sent, with its role.
  var messages: [String] {
    sentTexts.map { "\($0.role?.rawValue ?? "-"): \(shown(String(decoding: $0.utf8, as: UTF8.self)))" }
  }

  /// What must hold for any file.
  func checkTiling(_ comment: Comment? = nil) {
    var end = 0
    for span in spans {
      #expect(span.range.start == end && !span.range.isEmpty, comment)
      end = span.range.end
    }
    #expect(end == source.utf8.count, comment)
    for text in sentTexts { checkPieces(of: text, comment) }
    #expect(lines.count == source.lineCount, comment)
  }

  private func checkPieces(of text: SentText, _ comment: Comment?) {
    var decoded = 0
    var written = text.range.start
    for piece in text.decoded.pieces {
      #expect(piece.decoded.start == decoded && piece.source.start >= written, comment)
      decoded = piece.decoded.end
      written = piece.source.end
      if piece.isVerbatim {
        let bytes = text.utf8[piece.decoded.start..<piece.decoded.end]
        #expect(source.bytes(in: piece.source).elementsEqual(bytes), comment)
      }
    }
    #expect(decoded == text.utf8.count && written <= text.range.end, comment)
  }
}

private func shown(_ text: String) -> String { text.replacing("\r\n", with: "␍⏎").replacing("\n", with: "⏎") }
