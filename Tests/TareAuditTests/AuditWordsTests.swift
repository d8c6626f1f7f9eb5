import Testing

@testable import TareAudit

struct AuditWordsTests {
  @Test func `every list of the embedded file has phrases, in lower case and without blanks around them`() {
    let words = AuditWords.shared
    for list in AuditWords.List.allCases {
      #expect(!words[list].isEmpty, "\(list)")
      for phrase in words[list] {
        #expect(!phrase.isEmpty && phrase == phrase.lowercased() && phrase.first != " " && phrase.last != " ")
      }
    }
  }

  @Test func `comments and lines without a name are passed over`() {
    let words = AuditWords(file: Array("# clock-labels: x\nnothing\nclock-labels: it is now, a: b\n".utf8))
    #expect(words[.clockLabels] == ["it is now", "a: b"])
    #expect(words[.requestNames] == [] && words[.dayNames] == [])
  }
}
