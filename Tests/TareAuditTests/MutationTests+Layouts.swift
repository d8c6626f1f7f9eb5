import Foundation
import TareAudit

extension MutationTests {
  private static let tree =
    "```\n.\n├── ledger\n├── api\n├── scanner\n├── forecast\n├── jobs\n├── labels\n├── rates\n└── tools\n```"
  private static let links = (1...4).map { "- [guide \($0)](https://example.org/guides/refunds/\($0))" }
  private static let address =
    "https://docs.example.org/spreadsheets/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit/9f86d081884c7d659a2feaa0"

  private static func rows(_ separator: String) -> String {
    "["
      + (1...40).map { #"{"zone": "Z\#($0)", "delivery_days": \#($0), "delivery_price": \#($0 * 3)}"# }
      .joined(separator: separator) + "]"
  }

  /// Layout that is for people: drawings, comments, links, blanks.
  static let layouts: [Mutation] = [
    Mutation(
      code: "FMT002", name: "a line across", change: Mutation.inserting("----------------------------------------")),
    Mutation(
      code: "FMT003", name: "a box",
      change: Mutation.inserting("```\n┌────────┐\n│ desk   │\n│        │\n└────────┘\n```")),
    Mutation(code: "FMT004", name: "a tree", path: "AGENTS.md", change: Mutation.inserting(tree)),
    Mutation(
      code: "FMT005", name: "data that is laid out",
      change: Mutation.inserting("The zones:\n\n```json\n" + rows(",\n      ") + "\n```")),
    Mutation(
      code: "FMT006", name: "rows of data", change: Mutation.inserting("The zones:\n\n```json\n" + rows(", ") + "\n```")
    ),
    Mutation(code: "FMT007", name: "everything in bold") { all, _ in
      all.map { $0.replacingOccurrences(of: " the ", with: " **the** ") }
    },
    Mutation(
      code: "FMT008", name: "a badge",
      change: Mutation.inserting("[![build](https://img.shields.io/badge/build-passing-green)](https://example.org)")),
    Mutation(
      code: "FMT009", name: "a link from a newsletter",
      change: Mutation.inserting("Read [the terms](https://example.org/terms?utm_source=news&utm_medium=mail&lang=en).")
    ),
    Mutation(code: "FMT010", name: "a comment", change: Mutation.inserting("<!-- Ann wants this shorter. -->")),
    Mutation(code: "FMT011", name: "links to read on", path: "AGENTS.md") { all, _ in
      all + ["# Further reading", links.joined(separator: "\n")]
    },
    Mutation(code: "FMT012", name: "a heading alone", change: Mutation.inserting("# Tone\n\n# Rules")),
    Mutation(code: "FMT014", name: "a long address twice") { all, _ in
      ["Read \(address) first."] + all + ["Read \(address) last."]
    },
    Mutation(code: "WSP001", name: "blanks behind lines") { all, _ in
      all.map { $0.replacingOccurrences(of: ". ", with: ".\t \t\n") + " \t \t" }
    },
    Mutation(
      code: "WSP002", name: "wide marks of a list",
      change: Mutation.inserting((1...30).map { "-   Case \($0) goes to the desk" }.joined(separator: "\n"))),
    Mutation(
      code: "WSP003", name: "the indentation of a program", path: "request.json",
      change: { all, _ in
        let text = all.prefix(12).map { "\\n        " + $0 }.joined()
        return [#"{"messages": [{"role": "system", "content": "Rules:\#(text)"}]}"#]
      }),
    Mutation(code: "WSP004", name: "blank lines in front") { all, _ in ["\n\n"] + all },
    Mutation(code: "WSP005", name: "wide blanks", change: Mutation.replacing(" the ", by: "    the    ")),
    Mutation(
      code: "WSP006", name: "an indented condition", path: "prompt.jinja",
      change: Mutation.inserting("    {% if formal %}\n- Say Sie.\n    {% endif %}\n- Be kind.")),
    Mutation(code: "UNI005", name: "full width", change: Mutation.replacing("desk", by: "ｄｅｓｋ")),
    Mutation(code: "UNI006", name: "curly quotes in a list", change: Mutation.inserting("Choose from [“yes”, “no”].")),
  ]
}
