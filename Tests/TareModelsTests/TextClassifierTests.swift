import Foundation
import TareModels
import TareTokens
import TestMaterial
import Testing

struct TextClassifierTests {
  private func kinds(_ text: String) -> [TextKind] {
    TextClassifier().parts(of: Array(text.utf8)[...]).map(\.kind)
  }

  private static let samples: [(String, [TextKind])] = [
    ("", []), ("Answer in one sentence, and cite the source of every claim.", [.english]),
    ("Antworte in einem Satz und nenne die Quelle für jede Behauptung.", [.german]),
    ("Réponds en une phrase et cite la source de chaque affirmation.", [.french]),
    ("Responde con una frase y cita la fuente de cada afirmación.", [.latin]),
    ("Отвечай одним предложением и называй источник.", [.cyrillic]), ("一文で答え、出典を示してください。", [.japanese]),
    ("用一句话回答，并注明每个论断的来源。", [.chinese]), ("한 문장으로 답하고 출처를 밝히세요.", [.other]),
    ("Απάντησε με μία πρόταση.", [.other]), ("# Task\n\n- Answer in one sentence.\n- Cite the source.", [.markdown]),
    ("for (const a of list) { if (a.b[0] !== c) { return f(a); } }", [.code]),
    ("{\"a\": [1, 2],\n \"b\": {\n  \"c\": null\n }\n}", [.json]),
    ("{\"a\":[1,2],\"b\":{\"c\":null}}", [.minifiedJSON]),
    ("name: support\nmodel: gpt-4o\nmax_tokens: 300\ntools:\n  - name: search\n", [.yaml]),
    ("7f9c2ba4-e88f-827d-6160-45507605853e 2026-03-29T00:58:02.114Z", [.identifiers]),
    ("The code:\n\n```python\nx = 1\n```\nIt is done.", [.english, .code, .english]),
    ("---\nname: a\n---\nAnswer in English.", [.yaml, .english]),
    ("Hm.\n\nDas ist die Antwort auf alle Fragen.\n\nHm.", [.english, .german]),
  ]

  @Test(arguments: samples.indices)
  func `a text is of the kind that a reader would say`(index: Int) {
    let (text, kinds) = Self.samples[index]
    #expect(self.kinds(text) == kinds, "\(text)")
  }

  @Test func `parts lie side by side and cover the text, whatever it is`() {
    var generator = SeededGenerator(seed: 20_261_120)
    let pieces = [
      "```", "\n", "\n\n", "---\n", "a: b\n", "{\"a\":1}", "word ", "är ", "\u{4E2D}", "\u{30A2}", "x=1;", "12ab",
    ]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8
        if Int.random(in: 0..<8, using: &generator) == 0 { bytes.append(.random(in: 0...255, using: &generator)) }
      }
      let parts = TextClassifier().parts(of: bytes[...])
      #expect(parts.first?.range.lowerBound ?? 0 == 0 && parts.last?.range.upperBound ?? 0 == bytes.count)
      for (left, right) in zip(parts, parts.dropFirst()) {
        #expect(left.range.upperBound == right.range.lowerBound && left.kind != right.kind)
      }
      #expect(parts.allSatisfy { !$0.range.isEmpty })
    }
  }

  @Test func `a slice is classified as the text it is`() {
    let text = Array("padding Antworte in einem Satz und nenne die Quelle.\n\nx = f(1);".utf8)
    let slice = text[8...]
    #expect(TextClassifier().parts(of: slice) == TextClassifier().parts(of: Array(slice)[...]))
  }

  /// Measured with tiktoken 0.14.0 on other texts: cl100k_base against o200k_base, in thousandths.
  private static let cl100k: [TextKind: KindRatio] = [
    .english: .init(thousandths: 1_005, band: 80), .german: .init(thousandths: 1_151, band: 80),
    .french: .init(thousandths: 1_112, band: 80), .cyrillic: .init(thousandths: 1_439, band: 120),
    .japanese: .init(thousandths: 1_294, band: 120), .chinese: .init(thousandths: 1_318, band: 120),
    .markdown: .init(thousandths: 996, band: 80), .code: .init(thousandths: 995, band: 80),
    .json: .init(thousandths: 1_000, band: 80), .minifiedJSON: .init(thousandths: 1_000, band: 80),
    .yaml: .init(thousandths: 1_008, band: 80), .identifiers: .init(thousandths: 1_000, band: 80),
  ]

  /// The whole method against counts that are known: ratios of other texts must foretell cl100k_base's counts of these.
  @Test(arguments: [
    "en.txt", "de.txt", "fr.txt", "ru.txt", "ja.txt", "zh.txt", "markdown.md", "code.py.txt", "code.ts.txt",
    "code.swift.txt", "data.json", "server.log",
  ])
  func `ratios of other texts foretell the counts of an encoding that is known`(name: String) throws {
    let text = try Self.corpus(name)
    #expect(Self.isForetold(text[...]), "\(TextComposition(of: text[...], counting: Tokenizer(.o200kBase)))")
  }

  /// Windows of lines and sentences, short and long, of every corpus above together.
  @Test(arguments: [160, 640, 1_600])
  func `nineteen of twenty pieces of a text lie in the band of their length`(length: Int) throws {
    var (inside, all) = (0, 0)
    for name in [
      "en.txt", "de.txt", "fr.txt", "ru.txt", "ja.txt", "zh.txt", "markdown.md", "code.ts.txt", "server.log",
    ] {
      let text = try Self.corpus(name)
      var start = 0
      while start + length < text.count {
        inside += Self.isForetold(text[start..<(start + length)]) ? 1 : 0
        all += 1
        start += length / 4
      }
    }
    #expect(all > 50 && inside * 20 >= all * 19, "\(inside) of \(all)")
  }

  private static func corpus(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: tests.deletingLastPathComponent().appending(path: "corpora/\(name)")))
  }

  private static func isForetold(_ text: ArraySlice<UInt8>) -> Bool {
    let table = EstimateTable(
      encoding: "o200k_base", evidence: "test", any: .init(thousandths: 1_150, band: 300), ratios: cl100k)
    let tokenizer = Tokenizer(.o200kBase)
    let composition = TextComposition(of: text, counting: tokenizer)
    let estimate = table.scale(for: composition).count(tokenizer.count(text))
    guard case .estimated(let band) = estimate.basis else { return false }
    return abs(estimate.tokens - Tokenizer(.cl100kBase).count(text)) * 1_000 <= estimate.tokens * band
  }
}
