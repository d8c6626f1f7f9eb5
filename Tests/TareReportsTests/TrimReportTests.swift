import TareConversations
import TareJSON
import TareRanking
import TareReports
import TareTokens
import TareTrim
import Testing

struct TrimReportTests {
  @Test func `the picture is one line a message, a run of dropped ones is one, and the numbers add up`() throws {
    let report = try report(budget: 60)
    #expect(
      report.text == """
        trimmed: 133 -> 41 tokens, 60 available (o200k_base, exact)
             #  role          tokens
                tools, reply       3  ######                    fixed
             0  system             7  #############             instruction
        -  1-8  8 messages        92                            over-budget
             9  user              13  ########################  window
            10  assistant         10  ###################       window
            11  user               8  ###############           last-human

        """)
  }

  @Test(arguments: [60, 100, 400]) func `no line is wider than 80 columns`(budget: Int) throws {
    #expect(try report(budget: budget).text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [60, 400]) func `the account is JSON whose tokens add up`(budget: Int) throws {
    let root = try JSONDocument(parsing: Array(report(budget: budget).json().utf8)).root
    let messages = try #require(root["messages"]?.elements)
    let added = root["added"]?.elements.compactMap { $0["tokens"]?.integer }.reduce(0, +) ?? 0
    let fixed = root["fixedTokens"]?.integer ?? 0
    #expect(messages.compactMap { $0["index"]?.integer } == Array(0..<messages.count))
    #expect(messages.compactMap { $0["tokens"]?.integer }.reduce(fixed, +) == root["before"]?["tokens"]?.integer)
    #expect(
      messages.compactMap { $0["tokensAfter"]?.integer }.reduce(fixed + added, +) == root["after"]?["tokens"]?.integer)
    for message in messages {
      #expect((message["handle"] == nil) == (message["action"]?.string == "kept"))
    }
  }

  @Test func `the compact account is the same values on one line`() throws {
    let report = try report(budget: 60)
    #expect(!report.json(.compact).contains("\n"))
    let (wide, narrow) = (report.json().filter { !$0.isWhitespace }, report.json(.compact).filter { !$0.isWhitespace })
    #expect(wide == narrow)
  }

  @Test func `without a limit in tokens none is shown`() throws {
    let report = try report(budget: nil)
    #expect(report.text.hasPrefix("fits: 133 -> 133 tokens (o200k_base, exact)\n"))
    #expect(try JSONDocument(parsing: Array(report.json().utf8)).root["budget"]?["tokens"]?.isNull == true)
  }

  @Test func `an encoding that is only assumed is said to be, whatever makes the sum uncertain`() throws {
    let call = #"{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"f"}}]}"#
    let payload = #"[{"role":"user","content":"Go"},\#(call),{"role":"tool","tool_call_id":"a","content":"1"}]"#
    for (payload, basis) in [(payload, "o200k_base assumed, estimated"), ("[]", "o200k_base, assumed")] {
      let counter = MessageCounter(.o200kBase, basis: .assumed)
      let counted = CountedConversation(try Conversation(parsing: Array(payload.utf8)), counter: counter)
      let plan = TrimPolicy().plan(counted, within: Budget(tokens: 100))
      let report = TrimReport(plan, of: counted)
      #expect(report.text.contains("(\(basis)"))
      #expect(try JSONDocument(parsing: Array(report.json().utf8)).root["encodingBasis"]?.string == "assumed")
    }
  }

  @Test func `chunks are shown with what became of them, and an id cannot break a line`() throws {
    let chunks = [Chunk(id: "a\nb", text: "kept"), Chunk(id: "c", text: "weak"), Chunk(id: "d", text: "weaker")]
    var pruning = ChunkPruning()
    pruning.limit = 1
    let request = ChunkRequest(
      chunks, relevance: [3.0, 2, 1].enumerated().map { Relevance(chunk: $0, score: $1) }, pruning: pruning)
    let plan = try TrimPolicy(window: .sliding).plan(counted(), within: Budget(tokens: 300), chunks: request)
    let report = try TrimReport(plan, of: counted())
    #expect(report.text.contains("chunks: 1 of 3 kept, "))
    #expect(report.text.contains("a\\u{a}b"))
    #expect(report.text.contains("-  2 chunks"))
    let root = try JSONDocument(parsing: Array(report.json().utf8)).root
    #expect(root["chunks"]?["kept"]?.elements.compactMap { $0["id"]?.string } == ["a\nb"])
    #expect(
      root["chunks"]?["dropped"]?.elements.compactMap { $0["reason"]?.string } == ["beyond-limit", "beyond-limit"])
  }

  @Test func `chunks that go are shown by reason, in the order in which the reasons appear`() throws {
    let chunks = ["first of all", "third", "weak one", "first of all", "weak two"].enumerated().map {
      Chunk(id: "\($0)", text: $1)
    }
    var pruning = ChunkPruning()
    (pruning.scoreFloor, pruning.duplicateThreshold, pruning.limit) = (1, 1, 1)
    let relevance = [9.0, 7, 0, 8, 0].enumerated().map { Relevance(chunk: $0, score: $1) }
    let request = ChunkRequest(chunks, relevance: relevance, pruning: pruning)
    let plan = try TrimPolicy(window: .sliding).plan(counted(), within: Budget(tokens: 300), chunks: request)
    let lines = try TrimReport(plan, of: counted()).text.split(separator: "\n").suffix(4)
    #expect(lines.map { $0.split(separator: " ").last } == ["kept", "beyond-limit", "below-floor", "near-duplicate"])
    #expect(lines.map { $0.split(separator: " ").dropFirst().first }.contains("2"))
  }

  @Test func `the sections add up to the totals, and instructions beside the messages are instructions`() throws {
    let system = #""system":"Be brief and kind to everybody.""#
    let turns = (0..<9).map {
      #"{"role":"user","content":"Question \#($0)?"},{"role":"assistant","content":"Answer \#($0)."}"#
    }
    let payload =
      #"{\#(system),"max_tokens":9,"messages":[\#(turns.joined(separator: ",")),{"role":"user","content":"And?"}]}"#
    let conversation = try Conversation(parsing: Array(payload.utf8), as: .anthropic)
    let counted = CountedConversation(conversation, counter: MessageCounter(.o200kBase))
    for tokens in [60, 120, 1_000] {
      let report = TrimReport(TrimPolicy(window: .sliding).plan(counted, within: Budget(tokens: tokens)), of: counted)
      #expect(report.sections.reduce(0) { $0 + $1.before } == report.plan.before.tokens)
      #expect(report.sections.reduce(0) { $0 + $1.after } == report.plan.after.tokens)
      let instructions = try #require(report.sections.first { $0.name == "instructions" })
      #expect(instructions.before == counted.counts.instructions.tokens && instructions.after == instructions.before)
    }
  }

  private func report(budget: Int?) throws -> TrimReport {
    let limit = budget.map { Budget(tokens: $0) } ?? .unlimited
    let counted = try counted()
    return TrimReport(
      TrimPolicy(window: .sliding, placeholderTokens: nil).plan(counted, within: limit), of: counted)
  }

  private func counted() throws -> CountedConversation {
    let turns = (0..<5).map {
      #"{"role":"user","content":"Question number \#($0), if I may?"},{"role":"assistant","content":"This is answer \#($0)."}"#
    }
    let payload =
      #"[{"role":"system","content":"Be brief."},"# + turns.joined(separator: ",")
      + #",{"role":"user","content":"And the last?"}]"#
    return CountedConversation(try Conversation(parsing: Array(payload.utf8)), counter: MessageCounter(.o200kBase))
  }
}
