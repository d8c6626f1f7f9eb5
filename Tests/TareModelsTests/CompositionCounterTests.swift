import TareTokens
import TestMaterial
import Testing

@testable import TareModels

struct CompositionCounterTests {
  private static let prose = "The harbour is open. Ships come in at noon.\n\n"
  private static let json = "{\n" + (0..<90).map { "  \"k\($0)\": [\($0), \"v\"],\n" }.joined() + "  \"z\": 0\n}\n"
  private static let texts = [
    String(repeating: prose, count: 20), json, String(repeating: "港は開いている。", count: 60),
    prose + "```swift\nlet a = [b(c)]\n```\n" + String(repeating: prose, count: 9) + json, "", "\n", "{",
  ]

  @Test(arguments: texts)
  func `how a text is cut into parts does not matter`(text: String) {
    let tokenizer = Tokenizer(.o200kBase)
    var random = SeededGenerator(seed: 1)
    for stretch in [16, 200, 1 << 20] {
      var whole = CompositionCounter(tokenizer, stretch: stretch)
      whole.append(Array(text.utf8)[...])
      let expected = whole.finish()
      for _ in 0..<10 {
        var counter = CompositionCounter(tokenizer, stretch: stretch)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
          let part = rest.prefix(1 + random.below(90))
          counter.append(part)
          rest = rest.dropFirst(part.count)
        }
        #expect(counter.finish() == expected)
      }
    }
  }

  @Test func `JSON longer than a stretch is JSON to its end`() {
    var counter = CompositionCounter(Tokenizer(.o200kBase), stretch: 200)
    counter.append(Array(Self.json.utf8)[...])
    let composition = counter.finish()
    #expect(composition[.json] == composition.total)
  }
}
