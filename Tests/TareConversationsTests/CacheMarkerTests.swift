import TareConversations
import TareJSON
import Testing

/// Trap 8: marks of a cache are kept, moved and never too many.
struct CacheMarkerTests {
  private static let ephemeral = CacheMarker(name: "cache_control", json: Array(#"{"type":"ephemeral"}"#.utf8))

  @Test func `marks are found in blocks, in blocks of results and as blocks, and nowhere in data`() throws {
    let anthropic = try conversation(
      #"[{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":{"cache_control":{}}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"1","cache_control":{"type":"ephemeral","ttl":"1h"}}]},{"type":"text","text":"x","cache_control":null}]}]"#
    )
    #expect(anthropic.messages.map(\.cacheMarkers.count) == [0, 1])
    let marker = try #require(anthropic.messages[1].cacheMarkers.first)
    #expect(marker.name == "cache_control" && marker.place?.block == 0)
    #expect(String(decoding: marker.json, as: UTF8.self) == #"{"type":"ephemeral","ttl":"1h"}"#)
    let bedrock = try conversation(
      #"[{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default"}},{"text":"b"}]}]"#)
    #expect(bedrock.messages[0].cacheMarkers.map(\.place?.block) == [1])
    #expect(bedrock.messages[0].parts.count == 2)
  }

  @Test(arguments: [
    (
      #"{"cache_control":{"type":"ephemeral"},"system":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}],"tools":[{"name":"f","input_schema":{},"cache_control":{"type":"ephemeral"}},{"name":"g","input_schema":{}}],"messages":[]}"#,
      3
    ),
    (
      #"{"system":[{"text":"a"},{"cachePoint":{"type":"default"}}],"toolConfig":{"tools":[{"toolSpec":{"name":"f"}},{"cachePoint":{"type":"default"}}]},"messages":[]}"#,
      2
    ),
    (#"{"messages":[],"tools":[{"type":"function","function":{"name":"f"}}]}"#, 0),
  ])
  func `marks beside the messages are counted`(payload: String, count: Int) throws {
    #expect(try conversation(payload).cacheMarkersOutside == count)
  }

  @Test(
    arguments: [
      (
        WireFormat.openAIChat, #"{"role":"user","content":"a\u00e9"}"#,
        #"{"role":"user","content":[{"type":"text","text":"a\u00e9",MARK}]}"#
      ),
      (
        .openAIChat, #"{"role":"tool","tool_call_id":"a","content":"1"}"#,
        #"{"role":"tool","tool_call_id":"a","content":[{"type":"text","text":"1",MARK}]}"#
      ),
      (.openAIChat, #"{"role":"assistant","content":"a"}"#, nil),
      (.openAIChat, #"{"role":"user","content":""}"#, nil),
      (
        .openAIResponses, #"{"role":"user","content":"a"}"#,
        #"{"role":"user","content":[{"type":"input_text","text":"a",MARK}]}"#
      ),
      (
        .openAIResponses, #"{"type":"function_call_output","call_id":"a","output":"1"}"#,
        #"{"type":"function_call_output","call_id":"a","output":[{"type":"input_text","text":"1",MARK}]}"#
      ),
      (.openAIResponses, #"{"type":"reasoning","id":"a","summary":[]}"#, nil),
      (
        .anthropic, #"{"role":"assistant","content":"a"}"#,
        #"{"role":"assistant","content":[{"type":"text","text":"a",MARK}]}"#
      ),
      (
        .anthropic,
        #"{"role":"assistant","content":[{"type":"text","text":"a"},{"type":"thinking","thinking":"b","signature":"c"}]}"#,
        #"{"role":"assistant","content":[{"type":"text","text":"a",MARK},{"type":"thinking","thinking":"b","signature":"c"}]}"#
      ),
      (
        .anthropic, #"{"role":"user","content":[{"type":"text","text":"a" } ,{"type":"text","text":""}]}"#,
        #"{"role":"user","content":[{"type":"text","text":"a",MARK } ,{"type":"text","text":""}]}"#
      ),
      (
        .anthropic, #"{"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]}"#,
        #"{"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]}"#
      ),
      (.bedrock, #"{"role":"user","content":[ {"text":"a"} ]}"#, #"{"role":"user","content":[ {"text":"a"},{MARK} ]}"#),
      (
        .langchain, #"{"type":"human","content":"a"}"#, #"{"type":"human","content":[{"type":"text","text":"a",MARK}]}"#
      ),
      (
        .langchain, #"{"type":"human","data":{"content":"a"}}"#,
        #"{"type":"human","data":{"content":[{"type":"text","text":"a",MARK}]}}"#
      ),
      (.gemini, #"{"role":"user","parts":[{"text":"a"}]}"#, nil),
      (.shareGPT, #"{"from":"human","value":"a"}"#, nil),
    ] as [(WireFormat, String, String?)])
  func `a mark goes on the last block that can carry one`(format: WireFormat, message: String, marked: String?) throws {
    let read = try conversation("[\(message)]", as: format, orphans: .mark)
    let marker = format.newCacheMarker ?? Self.ephemeral
    let member = #""\#(marker.name)":\#(String(decoding: marker.json, as: UTF8.self))"#
    let written = read.message(0, addingCacheMarker: marker).map { read.text($0) }
    #expect(written == marked?.replacing("MARK", with: member))
    // Once more changes nothing, and taking it away leaves the message as blocks.
    guard let written else { return }
    let again = try conversation("[\(written)]", as: format, orphans: .mark)
    #expect(again.message(0, addingCacheMarker: marker).map { again.text($0) } == written)
    #expect(again.messages[0].cacheMarkers.count == 1)
    let without = again.message(0, removingCacheMarkers: again.messages[0].cacheMarkers)
    let last = try conversation("[\(again.text(without))]", as: format, orphans: .mark)
    #expect(last.messages[0].cacheMarkers.isEmpty)
    #expect(last.messages[0].text == read.messages[0].text)
  }

  @Test(arguments: [
    (
      #"{"role":"user","content":[{"cachePoint":{"type":"default"}},{"cachePoint":{"type":"default"}},{"text":"b"}]}"#,
      #"{"role":"user","content":[{"text":"b"}]}"#
    ),
    (
      #"{"role":"user","content":[{"text":"a"} , {"cachePoint":{"type":"default"}}, {"text":"b"}]}"#,
      #"{"role":"user","content":[{"text":"a"}, {"text":"b"}]}"#
    ),
    (
      #"{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default"}},{"cachePoint":{"type":"default"}}]}"#,
      #"{"role":"user","content":[{"text":"a"}]}"#
    ),
  ])
  func `neighbouring marks go together`(message: String, without: String) throws {
    let read = try conversation("[\(message)]", as: .bedrock)
    #expect(read.text(read.message(0, removingCacheMarkers: read.messages[0].cacheMarkers)) == without)
  }

  @Test func `a mark, a shorter text and another mark that goes are one rewriting`() throws {
    let read = try conversation(
      #"[{"role":"user","content":[{"cache_control":{"type":"ephemeral"},"type":"text","text":"long"},{"type":"text","text":"b"}]},{"role":"user","content":"long"}]"#,
      as: .anthropic)
    let first = read.messages[0]
    let edits =
      first.edits(removing: first.cacheMarkers) + (first.edits(adding: Self.ephemeral) ?? [])
      + [first.texts[0].edit(with: "…")]
    #expect(
      read.text(read.message(0, applying: edits))
        == #"{"role":"user","content":[{"type":"text","text":"…"},{"type":"text","text":"b","cache_control":{"type":"ephemeral"}}]}"#
    )
    let string = read.messages[1]
    #expect(
      read.text(
        read.message(1, applying: [string.texts[0].edit(with: "…")] + (string.edits(adding: Self.ephemeral) ?? [])))
        == #"{"role":"user","content":[{"type":"text","text":"…","cache_control":{"type":"ephemeral"}}]}"#)
  }

  @Test func `the limit is four where marks exist`() {
    #expect(WireFormat.allCases.map(\.cacheMarkerLimit) == [4, 4, 4, nil, 4, 4, nil])
    for format in WireFormat.allCases { #expect((format.newCacheMarker == nil) == (format.cacheMarkerLimit == nil)) }
  }
}
