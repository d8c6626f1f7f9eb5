import TarePrompts
import TareText
import Testing

struct VerbatimTests {
  /// Each text has its verbatim stretches between « and », which are taken out before it is read.
  @Test(arguments: [
    "see [the plan«](plan.md)» now", "a «<https://e.org/x>» b", "a «<b>»c«</b>»",
    "Answer «{{name}}» and $«{x}» and «%(x)»s", "«{% if a %}»x", "use «`a b`» here", "at «https://e.org/a?b=c» now",
    "«[r]: u v»\n", "«> [r]: u v»\n",
  ])
  func `names are told from words`(marked: String) throws {
    var text: [UInt8] = []
    var isVerbatim: [Bool] = []
    var isInside = false
    for character in marked {
      switch character {
      case "«": isInside = true
      case "»": isInside = false
      default:
        text += Array(String(character).utf8)
        isVerbatim += Array(String(character).utf8).map { _ in isInside }
      }
    }
    let document = try PromptDocument(path: "a.txt", bytes: text)
    #expect(text.indices.map { document.verbatimRanges.contains($0) } == isVerbatim)
  }

  @Test func `marks that nothing closes take nothing with them`() throws {
    for text in ["a ](b", "a {b", "a `b", "1 < 2 and 3 > 2", "a <b"] {
      let document = try PromptDocument(path: "a.txt", bytes: Array(text.utf8))
      #expect(!text.utf8.indices.enumerated().contains { document.verbatimRanges.contains($0.offset) }, "\(text)")
    }
  }
}
