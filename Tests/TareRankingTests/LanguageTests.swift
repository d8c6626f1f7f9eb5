import Testing

@testable import TareRanking

struct LanguageTests {
  private func detected(_ texts: String...) throws -> Language? {
    var lexicon = Lexicon(language: nil)
    for text in texts { _ = lexicon.read(text, by: try WordSplitter()) }
    lexicon.settle()
    return lexicon.language
  }

  @Test(arguments: [
    ("english", "The cat sat on the mat and looked at us."), ("german", "Die Katze saß auf der Matte und sah uns an."),
    ("french", "Le chat était sur le tapis et nous regardait."),
    ("spanish", "El gato estaba en la alfombra y nos miraba."),
    ("portuguese", "O gato estava no tapete e não olhava para nós."),
    ("italian", "Il gatto era sul tappeto e ci guardava."),
    ("dutch", "De kat zat op de mat en keek naar ons."), ("swedish", "Katten satt på mattan och tittade på oss."),
    ("finnish", "Kissa istui matolla ja katsoi meitä, mutta ei ollut siellä."),
    ("hungarian", "A macska a szőnyegen ült, és nem nézett fel."),
    ("romanian", "Pisica era pe covor și se uita la noi."),
    ("turkish", "Kedi halının üzerinde oturdu ve bize baktı."),
    ("polish", "Kot siedział na macie i nie patrzył na nas."),
    ("indonesian", "Kucing itu duduk di atas tikar dan melihat kami."),
    ("vietnamese", "Con mèo ngồi trên tấm thảm và nhìn chúng tôi."),
  ])
  func `a sentence is enough to tell its language`(name: String, sentence: String) throws {
    #expect(try detected(sentence)?.name == name)
  }

  @Test func `text without function words has no language`() throws {
    #expect(try detected("42 +++ 图书馆 библиотека xyzzy") == nil)
  }

  @Test func `each script of a mixed text is stemmed by itself`() throws {
    var lexicon = Lexicon(language: nil)
    let splitter = try WordSplitter()
    let plural = lexicon.read("libraries библиотеки βιβλιοθήκες the of and", by: splitter)
    let singular = lexicon.read("library библиотека βιβλιοθήκη", by: splitter)
    lexicon.settle()
    for (one, many) in zip(singular, plural) { #expect(lexicon.stems[Int(one)] == lexicon.stems[Int(many)]) }
  }

  @Test func `every listed language is found by its name, others are refused`() throws {
    for language in Language.all { #expect(try Language(named: language.name) == language) }
    let error = #expect(throws: UnknownLanguage.self) { try Language(named: "klingon") }
    #expect(error?.description.hasPrefix("unknown language \"klingon\"; there are english, german, french") == true)
  }

  @Test func `the lists hold words as folding leaves them`() throws {
    var table = WordTable()
    let splitter = try WordSplitter()
    for line in wordLists().split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: 0x20).dropFirst()
      #expect(words.count > 60)
      for word in words {
        let forms = splitter.forms(of: String(decoding: word, as: UTF8.self), in: &table)
        #expect(forms.map { table[Int($0)] } == [word], "\(String(decoding: word, as: UTF8.self))")
      }
    }
  }
}
