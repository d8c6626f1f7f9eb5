import TareConversations
import TareJSON
import TareRanking
import TareTokens
import TareTrim
import TareUnicode
import Testing

/// Normal forms change what people say, and nothing else.
struct NormalizingTests {
  private static let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"

  @Test func `decomposed Korean of a person costs less, and nothing else changes`() throws {
    let text = Self.decomposed
    let call = try counted(
      """
      [{"role":"system","content":"\(text)"},{"n":1.0e2,"role":"user","content":"\(text)"},
       {"role":"assistant","content":"\(text)"},{"role":"user","content":"```\\n\(text)\\n```"}]
      """)
    let normalized = try call.conversation.normalizingUserText(Normalizer(.nfc))
    #expect(normalized.messages[1].text.unicodeScalars.elementsEqual("\u{D55C}\u{AE00}".unicodeScalars))
    for index in [0, 2, 3] {
      #expect(normalized.messages[index].value.rawBytes == call.conversation.messages[index].value.rawBytes)
    }
    #expect(String(decoding: normalized.messages[1].value.rawBytes, as: UTF8.self).hasPrefix(#"{"n":1.0e2,"#))
    let after = CountedConversation(normalized, counter: counter)
    #expect(after.counts.messages[1].tokens < call.counts.messages[1].tokens)
  }

  @Test func `what is in the form already is the same bytes`() throws {
    let call = try counted(#"[{"role":"user","content":"Caf\#u{E9} \u00e9"}]"#)
    let normalized = try call.conversation.normalizingUserText(Normalizer(.nfc))
    #expect(normalized.document.bytes == call.conversation.document.bytes)
  }

  @Test func `chunks are normalised with their titles, but not code`() throws {
    let normalizer = try Normalizer(.nfc)
    let chunk = Chunk(id: "a", title: "e\u{301}", text: Self.decomposed, score: 1).normalized(normalizer)
    #expect(chunk.title?.unicodeScalars.count == 1)
    #expect(chunk.text.unicodeScalars.count == 2)
    let code = Chunk(id: "b", text: "```\ne\u{301}\n```")
    #expect(code.normalized(normalizer).text.unicodeScalars.elementsEqual(code.text.unicodeScalars))
  }
}
