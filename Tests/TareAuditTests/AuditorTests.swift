import TareAudit
import TarePrompts
import TareText
import TareTokens
import Testing

struct AuditorTests {
  @Test func `bytes that are no text are a finding where they begin`() throws {
    let audit = try auditor([], AuditSettings()).audit(path: "a.md", bytes: Array("one\ntw".utf8) + [0xFF, 0x0A])
    #expect(audit.isFailure)
    #expect(audit.lines == ["2:3 TARE002 not UTF-8: byte 0xFF at offset 6"])
  }

  @Test func `a zero is a finding where it stands`() throws {
    let bytes = Array("one\ntwo\u{A0}\0".utf8)
    let audit = try auditor([], AuditSettings()).audit(path: "a.md", bytes: bytes)
    #expect(audit.isFailure && audit.lines == ["2:5 TARE002 not text: byte 0x00 at offset 9"])
    #expect(try auditor([], AuditSettings()).fixed(path: "a.md", bytes: bytes, upTo: .unsafe) == nil)
  }

  @Test func `lines may end in carriage returns`() throws {
    let prompt = "# A\r\rAnswer\u{A0}in\u{A0}two\u{A0}sentences.\r```\ra\u{A0}b\r```\r"
    #expect(try audit(prompt).places == ["3:7 UNI001"])
    #expect(try fixed(prompt) == Exactly(prompt.replacing("Answer\u{A0}in\u{A0}two\u{A0}", with: "Answer in two ")))
  }

  @Test func `front matter that cannot be read is a finding at its line`() throws {
    let audit = try audit("---\nname: a\ndescription: b: c\n---\nx", path: "SKILL.md")
    #expect(audit.isFailure)
    #expect(audit.places == ["3:1 TARE003"])
  }

  @Test func `a file that cannot be read is not fixed`() throws {
    #expect(try fixed("---\nname: a: b\n---\na\u{A0}b", path: "SKILL.md") == nil)
  }

  @Test func `bytes outside the edits stay, line endings and marks among them`() throws {
    let prompt = "\u{FEFF}a  \r\n\tb \r\rAnswer\u{A0}in\u{A0}two\u{A0}sentences.\u{3000}\n\r\n"
    #expect(try fixed(prompt) == Exactly(prompt.replacing("\u{A0}", with: " ")))
  }

  @Test func `findings stand in the order of their places`() throws {
    let found = try audit("Re\u{301}ponds.\n\nAnswer\u{A0}in\u{A0}two\u{A0}sentences.")
    #expect(found.places == ["1:2 UNI003", "3:7 UNI001"])
  }

  @Test func `a fix that would change the structure is left out and its finding stays`() throws {
    let found = try audit("-\u{A0}Answer\u{A0}in\u{A0}two sentences.", select: ["UNI001"])
    let fix = try #require(found.findings.first?.fix)
    #expect(fix.edits.map(\.range) == [SourceRange(9, 11), SourceRange(13, 15)])
    let refused = try audit("-\u{A0}\u{A0}\u{A0}Not a list.", select: ["UNI001"])
    #expect(refused.findings.first?.fix == nil && refused.findings.first?.tokens ?? 0 > 0)
  }

  private let passage = """
    Answer in the language that the customer writes in.
    Quote the paragraph of the handbook that you rely on.
    Never promise a date for a repair; the service desk calls back.

    """

  @Test func `unsafe fixes wait to be asked for`() throws {
    let prompt = passage + "\nBe brief.\n\n" + passage + "\nBe kind.\n"
    #expect(try audit(prompt).findings.map(\.fix?.safety) == [.unsafe])
    #expect(try fixed(prompt) == Exactly(prompt))
    #expect(try fixed(prompt, upTo: .unsafe) == Exactly(passage + "\nBe brief.\n\nBe kind.\n"))
  }

  @Test func `a repetition at the end goes with the blank lines in front of it`() throws {
    for ending in ["", "\n", "\n\n"] {
      let prompt = passage + "\nBe brief.\n\n" + passage.dropLast() + ending
      #expect(try fixed(prompt, upTo: .unsafe) == Exactly(passage + "\nBe brief." + ending))
    }
  }

  @Test func `a deletion that would join two paragraphs is refused`() throws {
    let prompt = passage + "\nBe brief.\n\n- item\n\n" + passage + "===\nBe kind.\n"
    #expect(try fixed(prompt, upTo: .unsafe) == Exactly(prompt))
  }

  @Test func `a megabyte of findings is audited and mended`() throws {
    let table = "| a                         | b                    |\n|---|---|\n| c | d |\n\n"
    let prompt = String(repeating: table, count: 4_000) + String(repeating: "x\u{A0}", count: 100_000)
    let after = try #require(try fixed(prompt))
    #expect(!after.description.contains("\u{A0}"))
  }

  @Test(arguments: [
    String(repeating: "> ", count: 201) + "deep\n", String(repeating: "- ", count: 201) + "deep\n\n",
  ])
  func `where the structure is not read, the file says so and no fix is proposed`(deep: String) throws {
    let prompt = "Answer\u{A0}in\u{A0}two\u{A0}sentences.\n```\na\u{A0}b\n```\n\n" + deep
    let found = try audit(prompt)
    #expect(found.places == ["6:1 TARE009"])
    #expect(!found.isFailure && found.ledger.wasted == 0)
    #expect(try fixed(prompt, upTo: .unsafe) == Exactly(prompt))
    #expect(try audit(String(prompt.dropLast(deep.count))).places == ["1:7 UNI001"])
  }

  @Test func `the whole is counted in the chosen encoding`() throws {
    let prompt = "Réponds toujours en français, s'il te plaît."
    let auditor = Auditor([], encoding: .cl100kBase)
    #expect(auditor.audit(path: "a.md", bytes: Array(prompt.utf8)).ledger.sent == Tokenizer(.cl100kBase).count(prompt))
  }

  @Test func `a sentence that is repeated ends where its last line does`() throws {
    let sentence = "Never promise a date for a repair;\nsay that the service desk will call back."
    for end in ["\n\nSign.\n", "\r\n\r\nSign.", "\n", ""] {
      let audit = try audit("\(sentence)\n\nBe polite.\n\n\(sentence)\(end)", select: ["DUP001"])
      #expect(audit.findings.map { audit.source.string(in: $0.range) } == [sentence])
    }
  }
}
