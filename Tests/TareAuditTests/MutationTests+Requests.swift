import Foundation
import TareAudit

extension MutationTests {
  private static let tool = "Finds an order by its number and returns its parcels and their state."

  private static func tools(_ names: String...) -> String {
    "[" + names.map { #"{"name": "\#($0)", "input_schema": {}}"# }.joined(separator: ", ") + "]"
  }

  private static func request(_ system: String, tools: String = "[]", mark: Bool = true) -> String {
    let cache = mark ? #", "cache_control": {"type": "ephemeral"}"# : ""
    return
      #"{"model": "claude-sonnet-4-5", "max_tokens": 400, "tools": \#(tools), "system": [{"type": "text", "text": "\#(system)"\#(cache)}], "messages": [{"role": "user", "content": "Where is my tent?"}]}"#
  }

  /// Requests that no cache serves, and what they say twice.
  static let requests: [Mutation] = [
    Mutation(
      code: "CCH006", name: "no mark", path: "request.json", change: Mutation.wrapping { request($0, mark: false) }),
    Mutation(
      code: "CCH007", name: "tools in another order", path: "requests.jsonl",
      change: Mutation.wrapping {
        request($0, tools: tools("find", "send")) + "\n" + request($0, tools: tools("send", "find"))
      }),
    Mutation(
      code: "CCH008", name: "a name in front", path: "requests.jsonl",
      change: Mutation.wrapping { request("You are Ann. " + $0) + "\n" + request("You are Ben. " + $0) }),
    Mutation(
      code: "DUP010", name: "the description of a tool", path: "request.json",
      change: Mutation.wrapping { text in
        request(
          "\(text)\\n\\n- find: \(tool)",
          tools: #"[{"name": "find", "description": "\#(tool)", "input_schema": {}}]"#)
      }),
    Mutation(code: "CCH003", name: "the day in the first line") { all, _ in ["Today is {{today}}."] + all },
    Mutation(code: "CCH004", name: "a value in the middle") { all, _ in
      Array(all[..<10]) + ["You work for {{customer}}."] + all[10..<20]
    },
    Mutation(code: "CCH005", name: "another first line", isCompared: true) { all, _ in ["Be kind."] + all.dropFirst() },
  ]

  /// Files that look like mistakes and are none.
  static let files: [Mutation] = [
    Mutation(
      code: "CCH", name: "requests with a mark and the same tools", path: "requests.jsonl",
      change: Mutation.wrapping {
        request($0, tools: tools("find", "send")) + "\n" + request($0, tools: tools("find", "send"))
      }),
    Mutation(
      code: "DUP", name: "documentation of tools that is like each other", path: "request.json",
      change: Mutation.wrapping { text in
        let documented = ["order", "parcel", "label"].map {
          #"{"name": "find_\#($0)", "description": "Finds a \#($0) by its number and returns it with its state.", "input_schema": {}}"#
        }
        return request(text, tools: "[" + documented.joined(separator: ", ") + "]")
      }),
    Mutation(code: "TPL", name: "members of items", path: "order.prompt") { all, _ in
      ["---\ninput:\n  schema:\n    orders(array):\n      number: string\n---\nAnswer."] + all
        + ["{{#each orders}}\n{{number}} {{@index}}\n{{/each}}"]
    },
    Mutation(code: "TPL", name: "names that are bound", path: "order.prompty") { all, _ in
      ["---\ninputs:\n  orders:\n    type: array\n---\nsystem:"] + all
        + ["{% for item in orders %}\n{{loop.index}} {{item.number | upper}}\n{% endfor %}"]
    },
    Mutation(code: "WSP003", name: "a list in a request", path: "request.json") { all, _ in
      let items = all.prefix(6).map { "\\n  - " + $0 }.joined()
      return [#"{"messages": [{"role": "system", "content": "Rules:\#(items)\nBe kind."}]}"#]
    },
  ]
}
