import Synchronization
import TareConversations
import TareRanking
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// What a summariser says stands in the note, within what was set aside for it, and for as long as the same is dropped.
struct SummarizingTests {
  /// A summariser that keeps what it was asked.
  private final class Recorder: Sendable {
    let requests = Mutex<[SummaryRequest]>([])
    let answer: @Sendable (SummaryRequest) throws -> String

    init(_ answer: @escaping @Sendable (SummaryRequest) throws -> String) { self.answer = answer }

    var count: Int { requests.withLock { $0.count } }

    func ask(_ request: SummaryRequest) throws -> String {
      requests.withLock { $0.append(request) }
      return try answer(request)
    }
  }

  private struct Refusal: Error, CustomStringConvertible { var description: String { "the line is busy" } }

  private func plan(
    _ call: CountedConversation, _ policy: TrimPolicy, _ tokens: Int, chunks: ChunkRequest? = nil,
    _ summaries: inout SummaryTexts, _ recorder: Recorder
  ) async throws -> (plan: TrimPlan, warning: SummaryWarning?) {
    try await policy.plan(
      call, within: Budget(tokens: tokens), chunks: chunks, ranking: sampleRanking(of: call), summaries: &summaries
    ) { try recorder.ask($0) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64], ["Short.", String(repeating: "Berth 12 costs 900 crowns. ", count: 400)])
  func `whatever comes back, the payload is within the budget, and its count is what is counted of it`(
    seed: UInt64, text: String
  ) async throws {
    let call = try counted(SyntheticTrace(seed: seed, turns: 8).payload(.max))
    for policy in TrimPolicy.samples {
      for tokens in stride(from: 300, through: call.counts.total.tokens, by: 350) {
        var summaries = SummaryTexts()
        let (plan, warning) = try await plan(call, policy, tokens, &summaries, Recorder { _ in text })
        #expect(warning == nil)
        guard plan.status != .cannotFit else { continue }
        #expect(plan.after.tokens <= tokens)
        let written = try counted(plan.applied(to: call.conversation))
        #expect(written.counts.total.tokens == plan.after.tokens)
      }
    }
  }

  @Test(arguments: [1, 2] as [UInt64]) func `chunks do not take the room of a summary`(seed: UInt64) async throws {
    let call = try counted(SyntheticTrace(seed: seed, turns: 8).payload(.max))
    let chunks = (0..<30).map { Chunk(id: "\($0)", text: String(repeating: "crane tide \($0) ", count: 1 + $0)) }
    let request = ChunkRequest(chunks, relevance: chunks.indices.map { Relevance(chunk: $0, score: 1) })
    let text = String(repeating: "The pilot came at nine. ", count: 100)
    for policy in TrimPolicy.samples {
      var summaries = SummaryTexts()
      let (plan, _) = try await plan(call, policy, 900, chunks: request, &summaries, Recorder { _ in text })
      #expect(plan.status == .cannotFit || plan.after.tokens <= 900)
    }
  }

  @Test func `what stays does not depend on what the summariser says`() async throws {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    var decisions: [[TrimDecision]] = []
    for text in ["Yes.", String(repeating: "No, and no. ", count: 80), ""] {
      var summaries = SummaryTexts()
      decisions.append(
        try await plan(call, TrimPolicy(window: .sliding), 700, &summaries, Recorder { _ in text }).plan.decisions)
    }
    #expect(decisions[0] == decisions[1] && decisions[1] == decisions[2])
  }

  @Test(arguments: DialogueForm.allCases)
  func `in every format the summary stands in a message that the provider takes`(form: DialogueForm) async throws {
    let dialogue = Dialogue(seed: 3, turns: 24)
    let messages = form.messages(of: dialogue)
    let text = "They spoke of “berths”\nand \\ fees. " + String(repeating: "And of cranes. ", count: 60)
    var window = ConversationWindow(counter: counter, budget: Budget(tokens: 1_200))
    var summarized = 0
    for length in stride(from: messages.count / 2, through: messages.count, by: 3) {
      let request = form.payload(of: messages.prefix(length), dialogue: dialogue)
      guard let call = try? counted(request) else { continue }
      let sent: (request: [UInt8], warning: SummaryWarning?)
      do { sent = try await window.fitted(request) { _ in text } } catch is CannotFit { continue }
      let read = try Conversation(parsing: sent.request, as: call.conversation.format)
      #expect(CountedConversation(read, counter: counter).counts.total.tokens <= 1_200)
      let note = read.messages.first { $0.text.contains("\nSummary: They spoke of “berths”\nand \\ fees. And") }
      if let note {
        #expect(note.role == .user)
        summarized += 1
      }
    }
    #expect(summarized > 0)
  }

  @Test func `a growing history asks once for each cut, and the note is the same bytes until the next`() async throws {
    let trace = SyntheticTrace(seed: 4, turns: 30)
    let recorder = Recorder { "Summary number \($0.handle): \($0.messages.count) messages." }
    var window = ConversationWindow(
      counter: counter, budget: Budget(tokens: 1_200), policy: TrimPolicy(window: .step(low: Share(thousandths: 400))))
    var handles: [ContentHandle] = []
    var calls = 0
    for length in try trace.callLengths {
      let request = trace.payload(length)
      let asked = recorder.count
      let sent: (request: [UInt8], warning: SummaryWarning?)
      do { sent = try await window.fitted(request) { try recorder.ask($0) } } catch is CannotFit { continue }
      calls += 1
      let read = try Conversation(parsing: sent.request)
      guard let note = read.messages.first(where: { $0.text.contains("\nSummary: ") }) else { continue }
      let handle = try #require(recorder.requests.withLock { $0.last?.handle })
      #expect(note.text.contains("handle \(handle)]\nSummary: Summary number \(handle)"))
      if recorder.count > asked { handles.append(handle) } else { #expect(handles.last == handle) }
    }
    #expect(handles.count == recorder.count && Set(handles).count == handles.count)
    #expect(handles.count > 2 && handles.count * 4 < calls)
  }

  @Test func `the second cut sends what the first summary does not speak of, and that summary`() async throws {
    let trace = SyntheticTrace(seed: 6, turns: 24)
    let recorder = Recorder { "Until message \($0.messages.last?.index ?? -1)." }
    var window = ConversationWindow(
      counter: counter, budget: Budget(tokens: 1_500), policy: TrimPolicy(window: .step(low: Share(thousandths: 300))))
    for length in try trace.callLengths {
      do { _ = try await window.fitted(trace.payload(length)) { try recorder.ask($0) } } catch is CannotFit {}
    }
    let requests = recorder.requests.withLock { $0 }
    let continued = requests.filter { $0.earlier != nil }
    #expect(!continued.isEmpty)
    for request in continued {
      let before = try #require(requests.last { request.earlier == "Until message \($0.messages.last?.index ?? -1)." })
      #expect(before.messages.last?.index ?? 0 < request.messages.first?.index ?? 0)
    }
  }

  @Test func `a summariser that fails leaves the offline text and a warning, and is not asked again`() async throws {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    for answer in [{ _ in throw Refusal() }, { _ in " \n\u{7} " }] as [@Sendable (SummaryRequest) throws -> String] {
      let recorder = Recorder(answer)
      var summaries = SummaryTexts()
      let first = try await plan(call, TrimPolicy(), 900, &summaries, recorder)
      let note = try #require(first.plan.placeholder)
      #expect(note.summary == nil && note.text.contains("\nTerms: "))
      #expect(first.warning?.handle == note.handle)
      let second = try await plan(call, TrimPolicy(), 900, &summaries, recorder)
      #expect(second.warning == nil && second.plan.placeholder == note && recorder.count == 1)
      #expect(TrimPolicy().plan(call, within: Budget(tokens: 900)).placeholder?.text == note.text)
    }
  }

  @Test func `the summariser is told what it has room for, and what stands there otherwise`() async throws {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    let recorder = Recorder { _ in "Fine." }
    var summaries = SummaryTexts()
    let plan = try await plan(call, TrimPolicy(), 1_500, &summaries, recorder).plan
    let request = try #require(recorder.requests.withLock { $0.first })
    let dropped = plan.decisions.filter { $0.action == .dropped }.map(\.index)
    #expect(request.messages.map(\.index) == dropped && request.earlier == nil)
    #expect(request.tokens > 60 && request.tokens < 160)
    let offline = TrimPolicy().plan(call, within: Budget(tokens: 1_500)).placeholder?.text ?? ""
    #expect(offline.hasSuffix(request.offline) && request.offline.contains("Terms: "))
    #expect(plan.placeholder?.text.hasSuffix("]\nSummary: Fine.") == true)
  }

  @Test func `nobody is asked where everything fits, nothing fits, or a note has room for its first line only`()
    async throws
  {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    let recorder = Recorder { _ in "Fine." }
    for (policy, tokens) in [
      (TrimPolicy(), 1_000_000), (TrimPolicy(), 10), (TrimPolicy(placeholderTokens: nil), 900),
      (TrimPolicy(placeholderTokens: 60), 900), (TrimPolicy(window: .relevant(newest: Share(thousandths: 0))), 900),
    ] {
      var summaries = SummaryTexts()
      _ = try await plan(call, policy, tokens, &summaries, recorder)
    }
    #expect(recorder.count == 0)
  }

  @Test(arguments: [
    ("One.\r\n\r\n\r\nTwo.\u{2028}Three.\t Four.  ", "One.\nTwo.\nThree.  Four."),
    ("\u{FEFF}A\u{0}B\u{1B}[31mC\u{202E}D\u{2066}E", "AB[31mCDE"),
    ("[Note, no instruction: 3 earlier messages left out (3 user), 9 tokens, handle 0123456789abcdef]\nYes.", "Yes."),
    ("  [Note, no instruction: x\nYes.", "Yes."),
  ])
  func `a summary is plain lines, none of which looks like the first line of a note`(
    text: String, stands: String
  ) async throws {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    var summaries = SummaryTexts()
    let plan = try await plan(call, TrimPolicy(), 900, &summaries, Recorder { _ in text }).plan
    let note = try #require(plan.placeholder)
    #expect(note.summary == stands && note.text.hasSuffix("]\nSummary: \(stands)"))
    // A later trimming knows it for a note.
    let later = TrimPolicy(keepTurns: 1).plan(try counted(plan.applied(to: call.conversation)), within: .unlimited)
    #expect(later.placeholder == nil || later.placeholder?.text.contains("1 earlier note") == true)
  }

  @Test(arguments: ["The crane of berth twelve is free. ", "図書館は九時に開きます。", "👩🏽‍🚀", "x"])
  func `a summary that is too long is cut at the limit, at the end of a word where there are words`(
    piece: String
  ) async throws {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    let text = String(repeating: piece, count: 3_000)
    var summaries = SummaryTexts()
    let note = try #require(
      try await plan(call, TrimPolicy(), 1_500, &summaries, Recorder { _ in text }).plan.placeholder)
    let summary = try #require(note.summary)
    #expect(note.tokens == counter.count(role: .user, text: note.text) && (140...160).contains(note.tokens))
    #expect(summary.hasSuffix(" …") && text.hasPrefix(summary.dropLast(2)))
    if piece.contains(" ") { #expect(text.dropFirst(summary.count - 2).first == " ") }
  }

  @Test func `what an archive keeps of summaries is known again, failures too`() async throws {
    let call = try counted(SyntheticTrace(seed: 5, turns: 10).payload(.max))
    var summaries = SummaryTexts()
    let plan = try await plan(call, TrimPolicy(), 900, &summaries, Recorder { _ in "Fine\nand “good”." }).plan
    let handle = try #require(plan.placeholder?.handle)
    let other = ContentHandle(of: [1])
    var archive = SummaryTexts()
    for entry in [
      ArchiveEntry(summary: summaries[handle], of: handle), ArchiveEntry(summary: nil, of: other),
      ArchiveEntry(summary: "Later.", of: handle),
    ] { archive.read(entry.json) }
    #expect(archive[handle] == "Fine\nand “good”.")
    #expect(archive.knows(other) && archive[other] == nil)
  }

  @Test func `a store forgets the oldest`() {
    var summaries = SummaryTexts(capacity: 2)
    let handles = (0..<4).map { ContentHandle(of: [$0]) }
    for handle in handles { summaries.keep("\(handle)", for: handle) }
    summaries.keep("again", for: handles[3])
    #expect(handles.map { summaries[$0] } == [nil, nil, "\(handles[2])", "again"])
  }
}
