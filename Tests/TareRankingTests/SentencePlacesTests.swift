import TareRanking
import TareTokens
import Testing

struct SentencePlacesTests {
  @Test func `a text is cut and divided behind its sentences`() throws {
    let utf8 = Array("First one here. Is this the second? The third one!".utf8)
    let tokenizer = Tokenizer(.o200kBase)
    let places = try CutPlaces.sentences(in: utf8.span)
    let cut = tokenizer.truncated(utf8.span, to: 11, at: places)
    #expect(String(decoding: utf8[cut.range], as: UTF8.self) == "First one here. Is this the second? ")
    let chunks = try tokenizer.chunks(of: utf8.span, limit: 6, at: places)
    #expect(
      chunks.map { String(decoding: utf8[$0.range], as: UTF8.self) } == [
        "First one here. ", "Is this the second? ", "The third one!",
      ])
  }
}
