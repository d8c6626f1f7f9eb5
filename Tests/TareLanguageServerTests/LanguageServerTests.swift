import TareAudit
import TareJSON
import TareLanguageServer
import TarePrompts
import TareText
import TareTokens
import Testing

/// A prompt with a table that is lined up, behind a line of characters that take one, two and four bytes.
private let untidy = """
  # Größe 🙂

  | Name            | Role                 |
  |-----------------|----------------------|
  | Ann             | Editor               |
  """

struct LanguageServerTests {
  @Test func `a greeting says what the server can do`() throws {
    var editor = ScriptedEditor.silent
    let result = try editor.request(
      "initialize", #"{"capabilities":{"general":{"positionEncodings":["utf-16","utf-8"]}}}"#)["result"]
    #expect(result?["capabilities"]?["positionEncoding"]?.string == "utf-8")
    #expect(result?["serverInfo"]?["version"]?.string == "1.2.3")
  }

  @Test func `findings are sent when a file is opened, changed and closed`() throws {
    var editor = try ScriptedEditor()
    #expect(editor.open(untidy).map(\.places) == [["2:0-4:42 FMT001"]])
    let change = #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)","version":2},"contentChanges":[{"text":"Answer."}]}"#
    let changed = editor.notify("textDocument/didChange", change)
    #expect(changed.map(\.places) == [[]])
    #expect(changed.first?["params"]?["version"]?.integer == 2)
    let closed = editor.notify("textDocument/didClose", #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)"}}"#)
    #expect(closed.map(\.places) == [[]])
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func `changes of parts give the text that the editor has`(encoding: String) throws {
    var editor = try ScriptedEditor(capabilities: #"{"general":{"positionEncodings":["\#(encoding)"]}}"#)
    _ = editor.open("a 🙂é\u{A0}\u{A0}\u{A0}\u{A0}b\r\nlast")
    // The smiling face and the letter take 4 and 2 bytes, 2 and 1 units, 1 and 1 scalars.
    let column = ["utf-8": 8, "utf-16": 5, "utf-32": 4][encoding] ?? 0
    let blanks = ["utf-8": 8, "utf-16": 4, "utf-32": 4][encoding] ?? 0
    let range = #"{"start":{"line":0,"character":\#(column)},"end":{"line":0,"character":\#(column + blanks)}}"#
    let changes =
      #"[{"range":\#(range),"text":" "},{"range":{"start":{"line":1,"character":99},"end":{"line":9,"character":0}},"text":"!"}]"#
    _ = editor.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)","version":2},"contentChanges":\#(changes)}"#)
    let text = editor.server.text(of: ScriptedEditor.uri)
    #expect(text == "a 🙂é b\r\nlast!")
  }

  @Test func `a fix is offered where its finding is, and makes the text that lint makes`() throws {
    var editor = try ScriptedEditor(capabilities: #"{"workspace":{"workspaceEdit":{"documentChanges":true}}}"#)
    _ = editor.open(untidy)
    let answer = try editor.request("textDocument/codeAction", at(line: 3))["result"]
    let titles = answer?.elements.compactMap { $0["title"]?.string } ?? []
    #expect(
      titles.dropLast() == [
        "FMT001: leave one blank beside each bar, saving 5 tokens", "Make all safe fixes, saving 5 tokens",
      ])
    for action in answer?.elements.dropLast() ?? [] {
      let change = action["edit"]?["documentChanges"]?.elements.first
      #expect(change?["textDocument"]?["version"]?.integer == 1)
      #expect(applied(change?["edits"], to: untidy) == "# Größe 🙂\n\n| Name | Role |\n|---|---|\n| Ann | Editor |")
    }
    #expect(try editor.request("textDocument/codeAction", at(line: 0))["result"]?.elements.count == 1)
    #expect(try editor.request("textDocument/codeAction", at(line: 3, only: "refactor"))["result"]?.elements.count == 0)
    #expect(
      try editor.request("textDocument/codeAction", at(line: 0, only: "source.fixAll"))["result"]?.elements.count == 1)
  }

  @Test(arguments: [
    (
      "prompt.md", untidy, "<!-- tare:ignore FMT001 -->\n| Name ",
      "FMT001: let it be with a comment, which sends 8 tokens"
    ),
    ("prompt.jinja", "Be\u{A0}brief.\n", "brief.{# tare:ignore UNI001 #}\n", "UNI001: let it be with a comment"),
  ])
  func `a comment that lets a finding be is offered, with what it costs`(
    name: String, text: String, part: String, title: String
  ) throws {
    let uri = "file:///project/\(name)"
    var editor = try ScriptedEditor(capabilities: #"{"workspace":{"workspaceEdit":{"documentChanges":true}}}"#)
    _ = editor.open(text, uri: uri)
    let line = text == untidy ? 3 : 0
    let answer = try editor.request("textDocument/codeAction", at(line: line, 2, uri: uri))["result"]
    let action = try #require(answer?.elements.last)
    #expect(action["title"]?.string == title)
    #expect(action["kind"]?.string == "quickfix")
    let after = applied(action["edit"]?["documentChanges"]?.elements.first?["edits"], to: text)
    #expect(after.contains(part))
  }

  private static let creating =
    #"{"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]}}}"#

  @Test(arguments: [nil, "ignore:\n  - rules: [DUP001]", "ignore:\n- rules: [DUP001]\n"])
  func `where no comment can stand, an entry in the file beside is offered`(sidecar: String?) throws {
    let text = #"{"messages":[{"role":"user","content":"Two\#u{A0}words."}]}"#
    let uri = "file:///project/a%20b.json"
    var editor = try ScriptedEditor(capabilities: Self.creating) { path in
      guard case .audit(let auditor, _, _, _) = ScriptedEditor.allRules(path) else { return .leave }
      return .audit(auditor, nil, sidecar: sidecar.map { Array($0.utf8) })
    }
    _ = editor.open(text, uri: uri)
    let answer = try editor.request("textDocument/codeAction", at(line: 0, 42, uri: uri))["result"]
    let action = try #require(answer?.elements.last)
    #expect(action["title"]?.string == "UNI001: let it be in a b.json.tare.yaml")
    let changes = action["edit"]?["documentChanges"]?.elements ?? []
    #expect(changes.map { $0["kind"]?.string } == (sidecar == nil ? ["create", nil] : [nil]))
    #expect(changes.last?["textDocument"]?["uri"]?.string == uri + ".tare.yaml")
    let after = applied(changes.last?["edits"], to: sidecar ?? "")
    #expect(after.hasPrefix(sidecar ?? ""))
    let entry = try #require(try SuppressionSidecar(Array(after.utf8)).entries.last)
    #expect(entry.rules == ["UNI001"] && entry.text == text)
    // An editor that cannot make a file is not asked to.
    var older = try ScriptedEditor()
    _ = older.open(text, uri: uri)
    let titles = try older.request("textDocument/codeAction", at(line: 0, 42, uri: uri))["result"]?.elements
    #expect(titles?.contains { $0["title"]?.string?.contains("tare.yaml") == true } == false)
  }

  @Test func `what is wrong with settings is shown where it stands`() throws {
    var editor = try ScriptedEditor { path in
      path.hasSuffix("tare.yaml")
        ? .check { bytes in
          bytes.isEmpty ? nil : SettingProblem(at: SourceLocation(line: 2, column: 3), "unknown key")
        } : .leave
    }
    let uri = "file:///desk/tare.yaml"
    let opened = editor.open("model: gpt-4o\né max\n", uri: uri, language: "yaml")
    #expect(opened.map(\.places) == [["1:2-1:5 "]])
    #expect(opened.first?["params"]?["diagnostics"]?.elements.first?["message"]?.string == "unknown key")
    // The place may lie behind a text that is shorter by now.
    #expect(editor.open("model", uri: uri).map(\.places) == [["0:5-0:5 "]])
    #expect(editor.open("", uri: uri).map(\.places) == [[]])
    let hover = #"{"textDocument":{"uri":"\#(uri)"},"position":{"line":0,"character":0}}"#
    #expect(try editor.request("textDocument/hover", hover)["result"]?.isNull == true)
  }

  @Test func `a hover says what a section weighs, and what a finding is about`() throws {
    var editor = try ScriptedEditor(capabilities: #"{"textDocument":{"hover":{"contentFormat":["markdown"]}}}"#)
    _ = editor.open("Start.\n\n\(untidy)")
    let heading = try editor.request("textDocument/hover", position(line: 2))["result"]?["contents"]?["value"]?.string
    #expect(heading?.hasPrefix("Section \"Größe 🙂\": ") == true)
    let table = try editor.request("textDocument/hover", position(line: 5))["result"]?["contents"]?["value"]?.string
    #expect(table?.hasPrefix("**FMT001 padded-table**: ") == true)
    let outside = try editor.request("textDocument/hover", position(line: 0))["result"]?["contents"]?["value"]?.string
    #expect(outside?.hasPrefix("/desk/prompt.md: ") == true)
  }

  @Test func `an editor that asks for findings is not sent them`() throws {
    var editor = try ScriptedEditor(
      capabilities: #"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#)
    #expect(editor.open(untidy).isEmpty)
    let answer = try editor.request("textDocument/diagnostic", #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)"}}"#)[
      "result"]
    #expect(answer?["items"]?.elements.map(\.place) == ["2:0-4:42 FMT001"])
    let saved = editor.notify("textDocument/didSave", #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)"}}"#)
    #expect(saved.compactMap { $0["method"]?.string } == ["workspace/diagnostic/refresh"])
  }

  @Test func `settings are asked for each time, and what is wrong with them is shown`() throws {
    var settings = PromptSettings.unreadable("tare.yaml:1:1: unknown key")
    var editor = try ScriptedEditor { _ in settings }
    let opened = editor.open(untidy)
    #expect(opened.first?["method"]?.string == "window/showMessage")
    #expect(opened.first?["params"]?["message"]?.string == "tare: tare.yaml:1:1: unknown key")
    settings = ScriptedEditor.allRules("prompt.md")
    let again = editor.notify("workspace/didChangeWatchedFiles", #"{"changes":[]}"#)
    #expect(again.map(\.places) == [["2:0-4:42 FMT001"]])
  }

  @Test func `what is no prompt has nothing said about it`() throws {
    var editor = try ScriptedEditor()
    #expect(editor.open(untidy, uri: "file:///desk/main.swift").map(\.places) == [[]])
  }

  @Test func `a path with escapes and a document without a file have their names`() throws {
    var asked: [String] = []
    var editor = try ScriptedEditor { path in
      asked.append(path)
      return .leave
    }
    _ = editor.open("a", uri: "file:///desk/my%20prompts/gr%C3%BC%C3%9Fe%25.md")
    _ = editor.open("a", uri: "untitled:Untitled-1")
    #expect(asked == ["/desk/my prompts/grüße%.md", "untitled:Untitled-1.md"])
  }

  @Test func `the process ends as the protocol asks`() throws {
    var polite = try ScriptedEditor()
    #expect(try polite.request("shutdown", "null")["result"]?.isNull == true)
    #expect(try polite.request("textDocument/hover", "{}")["error"]?["code"]?.integer == -32_600)
    #expect(polite.server.exitCode == nil)
    _ = polite.notify("exit", "null")
    #expect(polite.server.exitCode == 0)
    var hasty = try ScriptedEditor()
    _ = hasty.notify("exit", "null")
    #expect(hasty.server.exitCode == 1)
  }
}

struct HostileEditorTests {
  @Test(arguments: [
    ("{", -32_700), ("[]", -32_600), ("{}", -32_600), (#"{"id":1}"#, -32_600),
  ])
  func `what is no message gets an error without a number`(message: String, code: Int) throws {
    var editor = try ScriptedEditor()
    let replies = editor.say(message)
    #expect(replies.map { $0["error"]?["code"]?.integer } == [code])
    #expect(replies.first?["id"]?.isNull == true)
  }

  @Test func `requests that cannot be answered say why`() throws {
    var new = ScriptedEditor.silent
    #expect(try new.request("textDocument/hover", "{}")["error"]?["code"]?.integer == -32_002)
    var editor = try ScriptedEditor()
    #expect(try editor.request("initialize", "{}")["error"]?["code"]?.integer == -32_600)
    #expect(try editor.request("textDocument/rename", "{}")["error"]?["code"]?.integer == -32_601)
    #expect(try editor.request("textDocument/hover", "{}")["error"]?["code"]?.integer == -32_602)
    #expect(try editor.request("textDocument/hover", "7")["error"]?["code"]?.integer == -32_602)
    let unopened = #"{"textDocument":{"uri":"file:///nowhere.md"}}"#
    #expect(try editor.request("textDocument/diagnostic", unopened)["error"]?["code"]?.integer == -32_602)
  }

  @Test func `notices that make no sense change nothing`() throws {
    var editor = try ScriptedEditor()
    _ = editor.open(untidy)
    for notice in [
      ("textDocument/didOpen", "{}"), ("textDocument/didChange", "[]"), ("textDocument/didClose", "null"),
      ("textDocument/didClose", #"{"textDocument":{"uri":"file:///nowhere.md"}}"#), ("$/cancelRequest", #"{"id":1}"#),
      ("no/such", "{}"),
    ] {
      #expect(editor.notify(notice.0, notice.1).isEmpty)
    }
    #expect(editor.server.text(of: ScriptedEditor.uri) == untidy)
  }

  @Test func `a change at an impossible place is made at the nearest possible one`() throws {
    var editor = try ScriptedEditor()
    _ = editor.open("one\ntwo")
    for (line, character) in [(-5, 3), (99, 0), (0, 99), (0, -1), (1, Int.max)] {
      let place = #"{"line":\#(line),"character":\#(character)}"#
      _ = editor.notify(
        "textDocument/didChange",
        #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)","version":2},"contentChanges":[{"range":{"start":\#(place),"end":\#(place)},"text":"."}]}"#
      )
    }
    #expect(editor.server.text(of: ScriptedEditor.uri) == "..one.\ntwo..")
  }

  @Test func `a change without a text is shown to the user`() throws {
    var editor = try ScriptedEditor()
    _ = editor.open("one")
    let replies = editor.notify(
      "textDocument/didChange", #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)","version":2},"contentChanges":[{}]}"#)
    #expect(replies.first?["method"]?.string == "window/showMessage")
  }
}

// MARK: What the editor says and does

private func position(line: Int) -> String {
  #"{"textDocument":{"uri":"\#(ScriptedEditor.uri)"},"position":{"line":\#(line),"character":0}}"#
}

private func at(line: Int, _ character: Int = 0, only: String? = nil, uri: String = ScriptedEditor.uri) -> String {
  let place = #"{"line":\#(line),"character":\#(character)}"#
  let context = only.map { #"{"diagnostics":[],"only":["\#($0)"]}"# } ?? #"{"diagnostics":[]}"#
  return
    #"{"textDocument":{"uri":"\#(uri)"},"range":{"start":\#(place),"end":\#(place)},"context":\#(context)}"#
}

/// The text after edits, made as an editor makes them: from the last to the first, in UTF-16.
private func applied(_ edits: JSONValue?, to text: String) -> String {
  var units = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf16) }
  for edit in (edits?.elements ?? []).reversed() {
    let start = edit["range"]?["start"]
    let end = edit["range"]?["end"]
    guard let first = start?["line"]?.integer, let last = end?["line"]?.integer,
      let from = start?["character"]?.integer, let to = end?["character"]?.integer
    else { return "an edit without a range" }
    let middle = Array((edit["newText"]?.string ?? "").utf16)
    let rest = last < units.count ? Array(units[last][to...]) : []
    let joined = Array(units[first][..<from]) + middle + rest
    let lines = String(decoding: joined, as: UTF16.self).split(separator: "\n", omittingEmptySubsequences: false)
    units.replaceSubrange(first...min(last, units.count - 1), with: lines.map { Array($0.utf16) })
  }
  return units.map { String(decoding: $0, as: UTF16.self) }.joined(separator: "\n")
}
