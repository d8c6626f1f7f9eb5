import Foundation
import TareAudit
import TestMaterial

extension MutationTests {
  /// Times and numbers that a program wrote into the first line, in the spellings of many programs.
  static let recordedValues: [Mutation] =
    [
      "Current time: 2026-11-20T19:04:33Z", "It is now 2026-11-20 19:04.",
      "Today is Friday, November 20, 2026, 7:04 PM.",
      "Timestamp: Fri, 20 Nov 2026 19:04:33 GMT", "Current date and time: 20.11.2026 19:04", "Timestamp: 1763665473",
      "<current_time>2026/11/20 19:04:33</current_time>", "[20 Nov 2026 19:04 UTC]", "Now: 11/20/2026, 7:04:33 PM",
      "Generated at 2026-11-20T19:04:33.123456+00:00", "Request ID: 7f3d9c1e-58ab-4c07-9f52-0b6f1d2e8a94",
      "Session: 7F3D9C1E-58AB-4C07-9F52-0B6F1D2E8A94", "Trace-Id: 4bf92f3577b34da6a3ce929d0e0e4736",
      "# Request req_4bf92f3577b34da6a3ce929d",
    ].map { line in
      Mutation(code: "CCH001", name: line) { all, _ in [line] + all }
    }
    + ["{{now}}", "{{ utc_now }}", "${requestId}", "{timestamp}", "<<current_datetime>>", "{{currentTime | iso}}"].map {
      tag in
      Mutation(code: "CCH002", name: tag) { all, _ in ["As of \(tag):"] + all }
    }

  /// What was pasted a second time, here and there changed.
  static let pastes: [Mutation] = [
    Mutation(code: "DUP002", name: "a paragraph anywhere again") { all, generator in
      var changed = all
      changed.insert(all[generator.below(all.count)], at: generator.below(all.count))
      return changed
    },
    Mutation(code: "DUP002", name: "a paragraph again with another word") { all, generator in
      var changed = all
      let copy = all[generator.below(all.count)].replacingOccurrences(of: " the desk ", with: " the clerk ")
      changed.insert(copy, at: generator.below(all.count))
      return changed
    },
    Mutation(code: "DUP002", name: "a list again at the end") { all, _ in
      let items = (1...4).map { "- Weigh the parcel of day \($0) before the driver comes." }.joined(separator: "\n")
      return [items] + all + ["Mind these too:", items]
    },
    Mutation(code: "DUP006", name: "an example again") { all, _ in
      let example =
        "The customer writes that the seam of the tent is torn and asks for the money back; the answer names the paragraph on defects, and asks for a photograph of it."
      return all + ["# Examples", example, "A letter about a lost parcel: ask for its number.", example]
    },
  ]

  /// Tags of templates that were not closed, or closed without being open.
  static let tags: [Mutation] = [
    ("prompt.jinja", "{% if formal %}\nSay Sie."), ("prompt.jinja", "Say Sie.\n{% endif %}"),
    ("prompt.jinja", "{% for item in items %}\n- x"), ("prompt.jinja", "Say {{ name to them."),
    ("prompt.jinja", "{# a note"), ("prompt.jinja", "{% if formal\nSay Sie."), ("prompt.jinja", "{% raw %}\nSay Sie."),
    ("order.prompt", "Say {{name to them."), ("order.prompt", "{{#each items}}\n- x"),
    ("page.mustache", "{{#items}}\n- x"), ("page.mustache", "{{!-- a note"), ("prompt.md", "Say Sie.\n{{/if}}"),
  ].map { path, text in
    Mutation(code: "TPL003", name: text, path: path, change: Mutation.inserting(text))
  }

  /// Records that were pasted without a fence.
  static let records: [Mutation] = [
    pasted("a log") {
      "2026-11-20 19:\(10 + $0 % 50):\(10 + $0 % 37) INFO parcel \($0 * 17) left bin \($0 % 9) of the hall"
    },
    pasted("rows") { "\($0),parcel \($0 * 17),bin \($0 % 9),the northern hall,Utrecht,\($0 * 3).50,EUR" },
    pasted("XML") { "<parcel id=\"\($0)\"><bin>\($0 % 9)</bin><weight unit=\"g\">\($0 * 31)</weight></parcel>" },
    pasted("JSON") { "{\"parcel\": \($0 * 17), \"bin\": \($0 % 9), \"weight\": \($0 * 31), \"hall\": \"northern\"}" },
  ]

  private static func pasted(_ name: String, row: (Int) -> String) -> Mutation {
    Mutation(code: "BUD004", name: name, change: Mutation.inserting((1...60).map(row).joined(separator: "\n")))
  }

  /// What comes near these and is meant.
  static let nearVariants: [Mutation] = [
    Mutation(code: "DUP", name: "parameters of tools") { all, _ in
      all
        + ["order", "parcel", "label"].map {
          "## find_\($0)\n\n- id: (required) The number as the customer wrote it, with or without the letters in front of it and without any blanks in it."
        }
    },
    Mutation(code: "DUP", name: "rules for two parties") { all, _ in
      all + [
        ["first", "second"].map {
          "- Give the arguments of the \($0) party, at most ten of them, each in fifteen words or fewer, in the order in which they were made."
        }.joined(separator: "\n")
      ]
    },
    Mutation(code: "DUP", name: "a \"not\" between two rules") { all, _ in
      ["", " not"].map {
        "When the seam is\($0) torn and the parcel comes back within a month, write to the customer on that day and name the paragraph of the handbook."
      } + all
    },
    Mutation(code: "CCH", name: "days that never change") { all, _ in
      ["Last updated: 2026-11-20. Version 2.1 of November 20, 2026.", "Knowledge cutoff: 2026-06"] + all
    },
    Mutation(code: "CCH", name: "braces of formulas and workflows") { all, _ in
      ["The set {{1, 2}, {3}} and \\frac{a}{b} are small, ${{ secrets.TOKEN }} is none, and {\"a\": {}} is JSON."] + all
    },
    Mutation(code: "BUD", name: "a few records") { all, _ in
      all[..<20] + [(1...6).map { "2026-11-20 19:0\($0) INFO parcel \($0)" }.joined(separator: "\n")] + all[20...]
    },
    Mutation(
      code: "FMT004", name: "a tree that explains itself", path: "AGENTS.md",
      change: Mutation.inserting(
        "```\n" + (1...9).map { "├── hall\($0)/  # parcels of day \($0)" }.joined(separator: "\n") + "\n```")),
    Mutation(
      code: "TPL", name: "statements that are closed", path: "prompt.jinja",
      change: Mutation.inserting(
        "{% set note %}Be kind.{% endset %}{% set days = 3 %}{%- if formal -%}Sie{% else %}du{%- endif %}{# done #}")),
  ]
}
