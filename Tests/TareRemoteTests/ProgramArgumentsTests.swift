import Testing

@testable import TareRemote

struct ProgramArgumentsTests {
  @Test(arguments: [
    ("summarise", ["summarise"]), ("  llm  -m small\t--raw\n", ["llm", "-m", "small", "--raw"]),
    (#"./run.sh 'two words' "three more words" a\ b"#, ["./run.sh", "two words", "three more words", "a b"]),
    (#"a'b c'd"e f""#, ["ab cde f"]), ("a '' b", ["a", "", "b"]),
    (#"a "\"x\" \\ \n" '\n'"#, ["a", #""x" \ \n"#, #"\n"#]),
    (
      "echo $HOME *.txt | sh; `id` $(id) > x &", ["echo", "$HOME", "*.txt", "|", "sh;", "`id`", "$(id)", ">", "x", "&"]
    ),
  ])
  func `words are parted as a shell parts them, and nothing else of a shell is understood`(
    line: String, words: [String]
  ) {
    let read = ProgramArguments(line)
    #expect(read.map { [$0.program] + $0.arguments } == words)
  }

  @Test(arguments: ["", "  ", "''", "a 'b", #"a "b"#, #"a\"#, #""a\"#])
  func `a line without a program, or with half a quotation, is none`(line: String) {
    #expect(ProgramArguments(line) == nil)
  }
}
