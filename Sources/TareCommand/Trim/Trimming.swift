import Tare

/// The way from the bytes of a payload, or of a request with one in it, to what is written; the same for one and for a
/// stream of them.
struct Trimming {
  let payload: PayloadOptions
  let policy: TrimPolicyOptions
  let chunkOptions: ChunkOptions
  let chunks: ChunkFile?
  let encoding: EncodingOptions
  /// Whether an archive keeps what is taken away.
  let archives: Bool
  /// Whether anybody sees the account of a payload.
  let accounts: Bool
  /// Who writes notes, if they are not made without a model.
  let summarizing: Summarizing?
  /// Who judges chunks, if not their scores or words.
  let reranker: OutsideReranker?

  /// What became of one payload.
  struct Trimmed {
    /// The request it came in, if it came in one.
    let request: TrimRequest?
    let report: TrimReport
    /// What an archive has to keep.
    let taken: [ArchiveEntry]
    /// The payload as it is now, or the answer to the request; nothing for a payload that cannot fit.
    let output: [UInt8]
    /// Why it cannot fit, if it cannot.
    let error: CommandError?
  }

  /// - Parameter line: The line in a stream, where the column alone says the rest.
  func trimmed(_ bytes: [UInt8], in path: String, line: Int? = nil) throws(CommandError) -> Trimmed {
    let place = InputPlace(path: path, line: line)
    let document: JSONDocument
    do { document = try JSONDocument(parsing: bytes) } catch { throw place.error(error.location, error.reason) }
    guard TrimRequest.isRequest(document.root) else {
      let conversation = try conversation(document, orphans: payload.orphans, format: payload.format, in: place)
      return try trimmed(conversation, for: nil, in: place)
    }
    let request: TrimRequest
    do { request = try TrimRequest(document.root) } catch { throw place.error(error.location, error.reason) }
    let inner: JSONDocument
    do { inner = try JSONDocument(parsing: Array(request.conversation.rawBytes)) } catch {
      throw place.error(error.location, error.reason)
    }
    let conversation = try conversation(
      inner, orphans: request.policy.orphans ?? payload.orphans, format: request.format ?? payload.format, in: place)
    return try trimmed(conversation, for: request, in: place)
  }

  private func conversation(
    _ document: JSONDocument, orphans: PolicyMembers.Orphans, format: WireFormat?, in place: InputPlace
  ) throws(CommandError) -> Conversation {
    let normalizer = try payload.normalizer
    do {
      let conversation = try Conversation(document, as: format, orphans: orphans == .drop ? .mark : .reject)
      try conversation.rejectLastWordsBesideOrphan()
      return try normalizer.map { normalizer throws(ConversationError) in
        try conversation.normalizingUserText(normalizer)
      } ?? conversation
    } catch {
      let message = error.message.map { "message \($0): " } ?? ""
      throw place.error(error.location, message + error.reason)
    }
  }

  private func trimmed(
    _ conversation: Conversation, for request: TrimRequest?, in place: InputPlace
  ) throws(CommandError) -> Trimmed {
    let counter = try CounterChoice(encoding: encoding, request: request, conversation: conversation).counter
    let counted = CountedConversation(conversation, counter: counter)
    let prices = TrimPrices(
      options: policy.price, encoding: encoding, request: request, conversation: conversation, place: place)
    let pricing = try prices.pricing
    let policy = try policy(for: request, prices, pricing, counter.budgetBasis)
    let (plan, warnings) = try plan(counted, for: request, policy, in: place)
    // A stream of payloads without accounts shows no price.
    let cost = request == nil && !accounts ? nil : pricing.map { policy.priced(plan, counted, $0) }
    let report = TrimReport(plan, of: counted, cost: cost)
    let error = report.plan.cannotFit.map { CommandError.cannotFit(place.text, $0) }
    let isArchived = archives && error == nil
    let taken = isArchived ? plan.archiveEntries(of: conversation) + (summarizing?.entries(for: plan) ?? []) : []
    if let request {
      return Trimmed(
        request: request, report: report, taken: taken,
        output: TrimAnswer.text(request, conversation, report, warnings: warnings), error: error)
    }
    for warning in warnings { StandardError.line("tare: warning: \(place.text): \(warning)") }
    let output = (try? report.plan.applied(to: conversation)) ?? []
    return Trimmed(request: nil, report: report, taken: taken, output: output, error: error)
  }

  private func plan(
    _ counted: CountedConversation, for request: TrimRequest?, _ policy: TrimPolicy, in place: InputPlace
  ) throws(CommandError) -> (plan: TrimPlan, warnings: [String]) {
    let judging = Judging(
      query: request?.query.map { Query(text: $0) } ?? self.policy.question.query, counted: counted, outside: reranker)
    let budget = try budget(for: request, policy, counted.counter.budgetBasis, in: place)
    let ranking = try policy.asksQuestion ? judging.ranking : nil
    let normalizer = try payload.normalizer
    let chunks = (request?.chunks ?? chunks?.chunks).map { chunks in
      normalizer.map { normalizer in chunks.map { $0.normalized(normalizer) } } ?? chunks
    }
    let judged = try chunks.map { chunks throws(CommandError) in
      let (relevance, warning) = try judging.relevance(of: chunks)
      return (request: chunkOptions.request(chunks, relevance), warning: warning)
    }
    do {
      let (plan, warning) = try self.plan(counted, policy, within: budget, chunks: judged?.request, ranking: ranking)
      return (plan, [judged?.warning, warning?.description].compactMap { $0 })
    } catch {
      throw .input(place.text, "\(error)")
    }
  }

  private func plan(
    _ counted: CountedConversation, _ policy: TrimPolicy, within budget: Budget, chunks: ChunkRequest?,
    ranking: HistoryRanking?
  ) throws -> (plan: TrimPlan, warning: SummaryWarning?) {
    if let summarizing {
      return try summarizing.plan(counted, policy, within: budget, chunks: chunks, ranking: ranking)
    }
    guard let chunks else { return (policy.plan(counted, within: budget, ranking: ranking), nil) }
    return (try policy.plan(counted, within: budget, chunks: chunks, ranking: ranking), nil)
  }

  /// What the options say, and over it what the request does; a request with a question and no word on the window
  /// means the window that a question chooses.
  private func policy(
    for request: TrimRequest?, _ prices: TrimPrices, _ pricing: TrimPricing?, _ basis: TokenCount.Basis
  ) throws(CommandError) -> TrimPolicy {
    var standing = policy.policy
    if let minimum = pricing?.terms.minimumTokens { standing.cacheMinimum = minimum }
    standing.payBack = try prices.payBack(pricing, reserve: request?.reserve ?? policy.limits.reserve, basis)
    guard let request else { return standing }
    if request.query != nil, request.policy.window == nil, policy.window.policy == .step {
      standing.window = .relevant(newest: policy.question.newest)
    }
    return request.policy.applied(to: standing)
  }

  /// Where tokens can only be estimated the budget is kept at the upper end of the band.
  private func budget(
    for request: TrimRequest?, _ policy: TrimPolicy, _ basis: TokenCount.Basis, in place: InputPlace
  ) throws(CommandError) -> Budget {
    let tokens = request?.budget ?? self.policy.limits.budget
    guard tokens != nil || policy.limitsByNumber else {
      throw .usage(
        "\(place.text): say what may stay: --budget, --keep-turns, --keep-messages or --max-tool-result")
    }
    let reserve = request?.reserve ?? self.policy.limits.reserve
    if let tokens, reserve >= tokens {
      throw .usage("\(place.text): a reserve of \(reserve) leaves nothing of a budget of \(tokens)")
    }
    return tokens.map { Budget(tokens: $0, reserve: reserve).leavingRoom(for: basis) } ?? .unlimited
  }
}

/// A place in the input, as errors name it.
struct InputPlace {
  let path: String
  /// The line of a stream; `nil` for a file that is read as one.
  let line: Int?

  /// The file, and of a stream the line.
  var text: String { line.map { "\(path):\($0)" } ?? path }

  func error(_ location: SourceLocation, _ reason: String) -> CommandError {
    .input("\(path):\(SourceLocation(line: line ?? location.line, column: location.column))", reason)
  }
}
