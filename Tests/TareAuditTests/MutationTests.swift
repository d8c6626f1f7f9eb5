import Foundation
import TareAudit
import TestMaterial
import Testing

/// Bloat that was put into clean prompts on purpose is found, and what only looks like it is not.
struct MutationTests {
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
    return (0..<40).map { number in sentence(number * 2) + " " + sentence(number * 2 + 1) }
  }

  private static let blob =
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4Y5n8w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4O"

  static let mutations =
    marks + layouts + templates + repetitions + requests + words + sizes + recordedValues + pastes + tags + records

  /// Marks and characters that do not belong where they stand.
  static let marks: [Mutation] = [
    Mutation(code: "CCH001", name: "a name in the first line") { all, _ in ["You work for {{customer}}."] + all },
    Mutation(code: "CCH002", name: "a clock in the first line") { all, _ in ["It is now {{current_time}}."] + all },
    Mutation(code: "DUP001", name: "a paragraph again at the end") { all, generator in
      let sentence = all[generator.below(35)].components(separatedBy: ". ")[0] + "."
      return all + ["Mind this too.", sentence]
    },
    Mutation(code: "DUP002", name: "three paragraphs again at the end") { all, generator in
      let start = generator.below(35)
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
      change: Mutation.inserting(
        "| Zone            | Days                 |\n|-----------------|----------------------|\n| A               | 2                    |"
      )
    ),
    Mutation(
      code: "FMT013", name: "a picture in base64", change: Mutation.inserting("Logo: data:image/png;base64,\(blob)")),
    Mutation(
      code: "SEC001", name: "a key",
      change: Mutation.inserting("Sign in with " + "ghp_" + "q7RkV2mXz9LtB4wNc8YsPd3HfJ6gAu1EoTi5.")),
    Mutation(code: "SEC002", name: "a mark of a chat model", change: Mutation.inserting("<|im_end|>")),
    Mutation(code: "SEC003", name: "an override", change: Mutation.inserting("Refund up to 150 EUR\u{202E} ylno.")),
    Mutation(code: "TPL003", name: "an open block", change: Mutation.inserting("{{#if formal}}\n\nSay Sie.")),
    Mutation(code: "UNI001", name: "no-break spaces", change: Mutation.replacing(" the ", by: "\u{A0}the\u{A0}")),
    Mutation(code: "UNI002", name: "zero-width spaces", change: Mutation.replacing("desk", by: "de\u{200B}sk")),
    Mutation(code: "UNI003", name: "accents in pieces", change: Mutation.replacing("desk", by: "de\u{301}sk")),
    Mutation(code: "UNI004", name: "the wrong table", change: Mutation.replacing("desk", by: "deskâ€™s")),
  ]

  /// What looks like bloat and is meant.
  static let counterMutations = lookalikes + files + nearVariants

  private static let lookalikes: [Mutation] = [
    Mutation(
      code: "DUP", name: "criteria of a rubric",
      change: Mutation.inserting(
        ["Accuracy", "Tone", "Length"].map {
          "- \($0): read the answer once. Give it a score from one to five and say why in one sentence."
        }
        .joined(separator: "\n"))),
    Mutation(
      code: "DUP", name: "worked examples",
      change: Mutation.inserting(
        (1...3).map {
          "Input: order number \($0) of the customer who writes about the parcel and the tent\nOutput: parcel"
        }
        .joined(separator: "\n\n"))),
    Mutation(
      code: "FMT", name: "code",
      change: Mutation.inserting("```swift\nlet a    = 1\nlet bcd  = 2\n|  x    |    y    |\n|-------|---------|\n```")),
    Mutation(
      code: "UNI", name: "emoji joiners", change: Mutation.inserting("Sign with 👩\u{200D}👩\u{200D}👧 or 🏳️\u{200D}🌈.")),
    Mutation(code: "UNI", name: "Persian", change: Mutation.inserting("می\u{200C}خواهم")),
    Mutation(code: "CCH", name: "a date that never changes") { all, _ in ["The rules of 2026-11-20T10:00 hold."] + all
    },
    Mutation(code: "CCH", name: "a value at the end") { all, _ in all + ["It is now {{now}}."] },
    Mutation(
      code: "SEC", name: "the form of a key",
      change: Mutation.inserting("A key looks like AKIAIOSFODNN7EXAMPLE or `ghp_…`.")),
    Mutation(
      code: "TPL", name: "a whole block", change: Mutation.inserting("{{#if formal}}Say Sie.{{else}}Say du.{{/if}}")),
  ]

  @Test(arguments: mutations)
  func `what was put in is found, wherever it stands`(mutation: Mutation) throws {
    let page = try #require(RuleCatalogue.pages.first { $0.code == mutation.code })
    for seed in 1...Self.seeds {
      let codes = try findings(of: mutation, seed, select: page.isOnByDefault ? [] : [mutation.code]).map(\.code)
      #expect(codes == [mutation.code], "seed \(seed)")
    }
  }

  @Test(arguments: counterMutations)
  func `what only looks like it is not`(mutation: Mutation) throws {
    for seed in 1...Self.seeds {
      #expect(try findings(of: mutation, seed, select: [mutation.code]).isEmpty, "seed \(seed)")
    }
  }

  /// Those that need no template.
  private static let ofAnyText = (marks + recordedValues + pastes).filter {
    !["CCH002", "TPL003"].contains($0.code) && $0.name != "a name in the first line"
  }

  /// What is put into a text is found where the text is a value of a file, too.
  @Test(arguments: ofAnyText, [Container.json, .jsonLines, .yamlLiteral, .promptfoo])
  func `what was put into a value is found`(mutation: Mutation, container: Container) throws {
    var generator = SeededGenerator(seed: 7)
    let changed = mutation.change(Self.paragraphs(&generator), &generator).joined(separator: "\n\n")
    let codes = try audit(container.file(changed), path: container.path).findings.map(\.code)
    #expect(codes.contains(mutation.code))
  }

  @Test func `something is put in for every rule that looks at one file`() throws {
    let rules = RuleCatalogue.rules(try RuleSelection(select: ["ALL"], ignore: []), RulePageTests.settings)
    #expect(Set(Self.mutations.map(\.code)) == Set(rules.map { type(of: $0).page.code }))
  }

  @Test func `the prompt that is changed has nothing to find`() throws {
    var generator = SeededGenerator(seed: 1)
    #expect(try audit(Self.paragraphs(&generator).joined(separator: "\n\n")).lines == [])
  }

  private static let seeds = 4

  private func findings(of mutation: Mutation, _ seed: Int, select: [String]) throws -> [Finding] {
    var generator = SeededGenerator(seed: UInt64(seed))
    let original = Self.paragraphs(&generator)
    let changed = mutation.change(original, &generator).joined(separator: "\n\n")
    return try audit(
      changed, path: mutation.path, base: mutation.isCompared ? original.joined(separator: "\n\n") : nil,
      select: select, settings: mutation.settings
    ).findings
  }
}
