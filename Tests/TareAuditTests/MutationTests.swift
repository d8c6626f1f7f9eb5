import Foundation
import TareAudit
import TestMaterial
import Testing

/// Bloat that was put into clean prompts on purpose is found, and what only looks like it is not.
struct MutationTests {
  /// What is put into a prompt, where, and which rule has to see it.
  struct Mutation: Sendable, CustomTestStringConvertible {
    let code: String
    let name: String
    let change: @Sendable ([String], inout SeededGenerator) -> [String]
    var testDescription: String { "\(code): \(name)" }
  }

  /// Paragraphs of which no two are alike, long enough to be cached.
  private static func paragraphs(_ generator: inout SeededGenerator) -> [String] {
    let subjects = ["customer", "parcel", "tent", "label", "refund", "invoice", "colleague", "warehouse", "voucher"]
    let verbs = ["opens", "names", "keeps", "returns", "checks", "follows", "replaces", "explains", "records"]
    let times = ["in spring", "on Monday", "before noon", "after a call", "without a word", "by hand", "at the door"]
    func pick(_ words: [String]) -> String { words[generator.below(words.count)] }
    func sentence(_ number: Int) -> String {
      "Case \(number): when the \(pick(subjects)) \(pick(verbs)) the \(pick(subjects)) \(pick(times)), "
        + "the desk \(pick(verbs)) the \(pick(subjects)) and \(pick(verbs)) it again \(pick(times))."
    }
    return (0..<90).map { number in sentence(number * 2) + " " + sentence(number * 2 + 1) }
  }

  private static func inserting(_ text: String) -> @Sendable ([String], inout SeededGenerator) -> [String] {
    { paragraphs, generator in
      var changed = paragraphs
      changed.insert(text, at: generator.below(paragraphs.count))
      return changed
    }
  }

  private static func replacing(_ old: String, by new: String)
    -> @Sendable ([String], inout SeededGenerator) -> [String]
  {
    { paragraphs, generator in
      var changed = paragraphs
      let index = generator.below(paragraphs.count)
      changed[index] = changed[index].replacingOccurrences(of: old, with: new)
      return changed
    }
  }

  private static let blob =
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4Y5n8w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4O"

  static let mutations: [Mutation] = [
    Mutation(code: "CCH001", name: "a name in the first line") { all, _ in ["You work for {{customer}}."] + all },
    Mutation(code: "CCH002", name: "a clock in the first line") { all, _ in ["It is now {{current_time}}."] + all },
    Mutation(code: "DUP001", name: "a paragraph again at the end") { all, generator in
      let sentence = all[generator.below(80)].components(separatedBy: ". ")[0] + "."
      return all + ["Mind this too.", sentence]
    },
    Mutation(code: "DUP002", name: "three paragraphs again at the end") { all, generator in
      let start = generator.below(80)
      return all + ["Mind this too."] + all[start..<(start + 3)]
    },
    Mutation(code: "DUP003", name: "a line twice") { all, generator in
      var changed = all
      let index = generator.below(all.count)
      changed[index] += "\n" + changed[index]
      return changed
    },
    Mutation(
      code: "FMT001", name: "a padded table",
      change: inserting(
        "| Zone            | Days                 |\n|-----------------|----------------------|\n| A               | 2                    |"
      )
    ),
    Mutation(code: "FMT013", name: "a picture in base64", change: inserting("Logo: data:image/png;base64,\(blob)")),
    Mutation(
      code: "SEC001", name: "a key",
      change: inserting("Sign in with " + "ghp_" + "q7RkV2mXz9LtB4wNc8YsPd3HfJ6gAu1EoTi5.")),
    Mutation(code: "SEC002", name: "a mark of a chat model", change: inserting("<|im_end|>")),
    Mutation(code: "SEC003", name: "an override", change: inserting("Refund up to 150 EUR\u{202E} ylno.")),
    Mutation(code: "TPL003", name: "an open block", change: inserting("{{#if formal}}\n\nSay Sie.")),
    Mutation(code: "UNI001", name: "no-break spaces", change: replacing(" the ", by: "\u{A0}the\u{A0}")),
    Mutation(code: "UNI002", name: "zero-width spaces", change: replacing("desk", by: "de\u{200B}sk")),
    Mutation(code: "UNI003", name: "accents in pieces", change: replacing("desk", by: "de\u{301}sk")),
    Mutation(code: "UNI004", name: "the wrong table", change: replacing("desk", by: "deskâ€™s")),
  ]

  /// What looks like bloat and is meant.
  static let counterMutations: [Mutation] = [
    Mutation(
      code: "DUP", name: "criteria of a rubric",
      change: inserting(
        ["Accuracy", "Tone", "Length"].map {
          "- \($0): read the answer once. Give it a score from one to five and say why in one sentence."
        }
        .joined(separator: "\n"))),
    Mutation(
      code: "DUP", name: "worked examples",
      change: inserting(
        (1...3).map {
          "Input: order number \($0) of the customer who writes about the parcel and the tent\nOutput: parcel"
        }
        .joined(separator: "\n\n"))),
    Mutation(
      code: "FMT", name: "code",
      change: inserting("```swift\nlet a    = 1\nlet bcd  = 2\n|  x    |    y    |\n|-------|---------|\n```")),
    Mutation(code: "UNI", name: "emoji joiners", change: inserting("Sign with 👩\u{200D}👩\u{200D}👧 or 🏳️\u{200D}🌈.")),
    Mutation(code: "UNI", name: "Persian", change: inserting("می\u{200C}خواهم")),
    Mutation(code: "CCH", name: "a date that never changes") { all, _ in ["The rules of 2026-11-20T10:00 hold."] + all
    },
    Mutation(code: "CCH", name: "a value at the end") { all, _ in all + ["It is now {{now}}."] },
    Mutation(
      code: "SEC", name: "the form of a key", change: inserting("A key looks like AKIAIOSFODNN7EXAMPLE or `ghp_…`.")),
    Mutation(code: "TPL", name: "a whole block", change: inserting("{{#if formal}}Say Sie.{{else}}Say du.{{/if}}")),
  ]

  @Test(arguments: mutations)
  func `what was put in is found, wherever it stands`(mutation: Mutation) throws {
    for seed in 1...12 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let changed = mutation.change(Self.paragraphs(&generator), &generator).joined(separator: "\n\n")
      let codes = try audit(changed).findings.map(\.code)
      #expect(codes == [mutation.code], "seed \(seed)")
    }
  }

  @Test(arguments: counterMutations)
  func `what only looks like it is not`(mutation: Mutation) throws {
    for seed in 1...12 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let changed = mutation.change(Self.paragraphs(&generator), &generator).joined(separator: "\n\n")
      #expect(try audit(changed, select: [mutation.code]).lines == [], "seed \(seed)")
    }
  }

  @Test func `the prompt that is changed has nothing to find`() throws {
    var generator = SeededGenerator(seed: 1)
    #expect(try audit(Self.paragraphs(&generator).joined(separator: "\n\n")).lines == [])
  }
}
