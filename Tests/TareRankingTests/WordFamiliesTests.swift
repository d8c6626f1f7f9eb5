import TareUnicode
import Testing

@testable import TareRanking

struct WordFamiliesTests {
  private func stem(_ word: String) -> [UInt8] {
    var stemming = Stemming(latin: Language(known: "english"))
    let (bytes, families) = (Array(word.utf8), stemming.families)
    return families.withBase(of: bytes.span, WordKey(bytes.span, seed: WordKey.seed), in: .latin) { base in
      stemming.withStem(of: base, in: .latin) { span in span.indices.map { span[$0] } }
    }
  }

  @Test(arguments: [("went", "go"), ("children", "child"), ("bought", "buys"), ("written", "writing")])
  func `forms that endings do not explain share their stem`(form: String, other: String) {
    #expect(stem(form) == stem(other))
  }

  @Test func `kin is found by stem and only from the general word to the particular`() {
    let families = WordFamilies.of(Language(known: "english"))
    #expect(families?.kin(ofStem: stem("pets").span).contains { $0.elementsEqual(stem("dog")) } == true)
    #expect(families?.kin(ofStem: stem("hamster").span) == [])
    #expect(WordFamilies.of(Language(known: "german")) == nil)
  }

  @Test func `a line that says too little is passed over`() {
    let families = WordFamilies.read(Array("# x\nenglish kin: one\n\nenglish forms: a b\nenglish kin: c d b\n".utf8))
    #expect(families["english"]?.kin(ofStem: Array("c".utf8).span).count == 2)
  }
}
