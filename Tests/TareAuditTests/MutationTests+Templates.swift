import Foundation
import TareAudit
import TestMaterial

extension MutationTests {
  private static func dotprompt(_ variables: String...) -> String {
    "---\ninput:\n  schema:\n" + variables.map { "    \($0): string\n" }.joined() + "---\nAnswer."
  }

  private static let page = String(repeating: "The tent may be returned within thirty days. ", count: 40)

  /// Mistakes in templates.
  static let templates: [Mutation] = [
    Mutation(code: "TPL001", name: "a slip of the pen", path: "order.prompt") { all, _ in
      [dotprompt("order")] + all + ["Where is {{order}}, and where is {{ordr}}?"]
    },
    Mutation(code: "TPL002", name: "a line that was lost", path: "order.prompt") { all, _ in
      [dotprompt("order", "city")] + all + ["Where is {{order}}?"]
    },
    Mutation(
      code: "TPL004", name: "a comment of HTML", path: "prompt.jinja",
      change: Mutation.inserting("<!-- Ann wants this shorter. -->")),
    Mutation(code: "TPL005", name: "a licence", path: "prompt.jinja") { all, _ in
      ["# Copyright 2026 The Authors\n# SPDX-License-Identifier: MIT"] + all
    },
    Mutation(code: "TPL005", name: "settings", path: "prompt.jinja") { all, _ in
      ["---\nmodel: gpt-5.4\ntemperature: 0\n---"] + all
    },
    Mutation(code: "TPL006", name: "a role from a variable", path: "chat.jinja") { all, _ in
      ["system:"] + all + ["{{turn.role}}:\n{{turn.text}}"]
    },
    Mutation(
      code: "TPL007", name: "a part that is not there", path: "prompts/chat.jinja",
      settings: AuditSettings(folderFiles: FolderFiles(["prompts/chat.jinja"])),
      change: Mutation.inserting("{% include 'rules.jinja' %}")),
    Mutation(code: "TPL008", name: "a place to fill in", change: Mutation.inserting("Call [INSERT NAME] then.")),
    Mutation(code: "TPL009", name: "a link to nothing", change: Mutation.inserting("See [refunds](#refunds).")),
    Mutation(code: "DUP009", name: "a page twice", path: "page.prompty") { all, _ in
      ["---\ninputs:\n  page:\n    type: string\n    sample: \"\(page)\"\n---\nsystem:"] + all
        + ["Read {{page}}", "Again: {{page}}"]
    },
    Mutation(code: "OUT001", name: "a temperature and no limit", path: "order.prompt") { all, _ in
      ["---\nconfig:\n  temperature: 0\n---\nAnswer."] + all
    },
    Mutation(code: "OUT002", name: "a template without a form", change: Mutation.appending("It is about {{topic}}.")),
    Mutation(
      code: "OUT003", name: "two lengths",
      change: Mutation.inserting("Write at least 200 words and at most 100 words.")),
    Mutation(
      code: "OUT004", name: "sentences for keys",
      change: Mutation.inserting(
        "Answer in this format:\n\n```json\n{\n  \"summary_of_the_customer_request\": \"\",\n  \"recommended_next_action_for_the_desk\": \"\",\n  \"confidence_level_of_the_recommendation\": 1\n}\n```"
      )),
  ]

  /// Text that was said before.
  static let repetitions: [Mutation] = [
    Mutation(code: "DUP004", name: "a block of code twice") { all, _ in
      let code =
        "```swift\nlet desk = Desk()\ndesk.open(parcel)\ndesk.check(label)\ndesk.refund(invoice)\ndesk.close()\n```"
      return [code] + all + [code]
    },
    Mutation(code: "DUP005", name: "a sentence made longer") { all, generator in
      let sentence = all[generator.below(35)].components(separatedBy: ". ")[0]
      return all + ["Mind this too.", sentence + " with great care."]
    },
    Mutation(code: "DUP006", name: "an example with a word more") { all, _ in
      let example = all[3] + " " + all[4]
      let longer = example.replacingOccurrences(of: "the desk", with: "the kind desk")
      return all.filter { $0 != all[3] && $0 != all[4] } + ["# Examples", example, "Another:", longer]
    },
  ]
}
