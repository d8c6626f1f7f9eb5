/// Calls of tools and what they returned, as each format has them; parallel calls are answered in reverse where ids say
/// which is which.
enum ExchangeForms {
  static func openAIChat(_ calls: [Dialogue.Call]) -> [String] {
    let requests = calls.map {
      #"{"id":"\#($0.id)","type":"function","function":{"name":"find_berth","arguments":"{\"ship\": \"\#(escaped($0.argument))\"}"}}"#
    }
    return [#"{"role":"assistant","content":null,"tool_calls":[\#(list(requests))]}"#]
      + calls.reversed().map {
        #"{"role":"tool","tool_call_id":"\#($0.id)","name":"find_berth","content":"\#($0.result)"}"#
      }
  }

  static func openAIResponses(_ thought: String?, _ calls: [Dialogue.Call]) -> [String] {
    let reasoning = thought.map {
      #"{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"\#($0)"}],"encrypted_content":"gAAAAABo\/9x0"}"#
    }
    return (reasoning.map { [$0] } ?? [])
      + calls.map {
        #"{"type":"function_call","id":"fc_1","call_id":"\#($0.id)","name":"find_berth","arguments":"{\"ship\": \"\#(escaped($0.argument))\"}","x":1e2}"#
      }
      + calls.reversed().map { #"{"type":"function_call_output","call_id":"\#($0.id)","output":"\#($0.result)"}"# }
  }

  static func anthropic(_ thought: String?, _ calls: [Dialogue.Call]) -> [String] {
    let thinking = thought.map { #"{"type":"thinking","thinking":"\#($0)","signature":"EqQB\/CkYIBxgCKkBf"}"# }
    let uses = calls.map {
      #"{"type":"tool_use","id":"\#($0.id)","name":"find_berth","input":{"ship":"\#($0.argument)","n":1.50}}"#
    }
    let results = calls.reversed().map { call in
      call.result.isEmpty
        ? #"{"type":"tool_result","tool_use_id":"\#(call.id)"}"#
        : #"{"type":"tool_result","tool_use_id":"\#(call.id)","content":[{"type":"text","text":"\#(call.result)"}]}"#
    }
    return [
      #"{"role":"assistant","content":[\#(list((thinking.map { [$0] } ?? []) + uses))]}"#,
      #"{"role":"user","content":[\#(list(results))]}"#,
    ]
  }

  static func gemini(_ thought: String?, _ calls: [Dialogue.Call]) -> [String] {
    let signature = thought == nil ? "" : #","thoughtSignature":"Eq\/QBCkYIBxgCKkBf""#
    let requests = calls.map {
      #"{"functionCall":{"name":"find_berth","args":{"ship":"\#($0.argument)","n":1.50}}\#(signature)}"#
    }
    let responses = calls.map {
      #"{"functionResponse":{"name":"find_berth","response":{"result":"\#($0.result)","n":1e2}}}"#
    }
    return [
      #"{"role":"model","parts":[\#(list(requests))]}"#, #"{"role":"user","parts":[\#(list(responses))]}"#,
    ]
  }

  static func bedrock(_ thought: String?, _ calls: [Dialogue.Call]) -> [String] {
    let reasoning = thought.map {
      #"{"reasoningContent":{"reasoningText":{"text":"\#($0)","signature":"EqQB\/CkYIBxgCKkBf"}}}"#
    }
    let uses = calls.map {
      #"{"toolUse":{"toolUseId":"\#($0.id)","name":"find_berth","input":{"ship":"\#($0.argument)","n":1.50}}}"#
    }
    let results = calls.reversed().map {
      #"{"toolResult":{"toolUseId":"\#($0.id)","status":"success","content":[{"text":"\#($0.result)"},{"json":{"n":1e2}}]}}"#
    }
    return [
      #"{"role":"assistant","content":[\#(list((reasoning.map { [$0] } ?? []) + uses))]}"#,
      #"{"role":"user","content":[\#(list(results))]}"#,
    ]
  }

  static func langchain(_ calls: [Dialogue.Call]) -> [String] {
    let requests = calls.map {
      #"{"name":"find_berth","args":{"ship":"\#($0.argument)","n":1.50},"id":"\#($0.id)","type":"tool_call"}"#
    }
    return [
      #"{"type":"ai","content":"","tool_calls":[\#(list(requests))],"invalid_tool_calls":[],"response_metadata":{"p":0.10}}"#
    ]
      + calls.reversed().map {
        #"{"type":"tool","tool_call_id":"\#($0.id)","name":"find_berth","content":"\#($0.result)","status":"success","artifact":null}"#
      }
  }

  static func shareGPT(_ calls: [Dialogue.Call]) -> [String] {
    calls.flatMap {
      [
        #"{"from":"function_call","value":"{\"name\": \"find_berth\", \"arguments\": {\"ship\": \"\#(escaped($0.argument))\"}}"}"#,
        #"{"from":"observation","value":"\#($0.result)"}"#,
      ]
    }
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: ", ") }

  /// Text of a JSON string as text of JSON in a JSON string.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
