import Tare

/// The way from the bytes of a payload to a plan, the same for one payload and for a stream of them.
struct Trimming {
  let limits: TrimLimitOptions
  let chunks: ChunkSelectionRequest?
  let encoding: EncodingOptions

  /// - Parameter line: The line of the payload in a stream, where the column alone says the rest.
  func conversation(_ bytes: [UInt8], in path: String, line: Int? = nil) throws(CommandError) -> Conversation {
    do {
      return try Conversation(parsing: bytes, orphans: limits.orphans == .drop ? .mark : .reject)
    } catch {
      let message = error.message.map { "message \($0): " } ?? ""
      let place = SourceLocation(line: line ?? error.location.line, column: error.location.column)
      throw .input("\(path):\(place)", message + error.reason)
    }
  }

  func plan(_ conversation: Conversation) throws(CommandError) -> (TrimPlan, MessageCounter) {
    let counter = try counter(for: conversation)
    let counted = CountedConversation(conversation, counter: counter)
    guard let chunks else { return (limits.trimPolicy.plan(counted, within: limits.tokens), counter) }
    let request = try chunks.request(for: conversation, tokenizer: counter.tokenizer)
    do { return (try limits.trimPolicy.plan(counted, within: limits.tokens, chunks: request), counter) } catch {
      throw .input("chunks", error.reason)
    }
  }

  /// What counts the payload: what the options say, else the model the payload names, else o200k_base.
  private func counter(for conversation: Conversation) throws(CommandError) -> MessageCounter {
    if encoding.model == nil, encoding.encoding == nil {
      guard let model = conversation.model else { return MessageCounter(.o200kBase) }
      return try counter(tokenizer(of: model), model: model)
    }
    return try counter(encoding.resolve().tokenizer, model: encoding.model ?? "")
  }

  /// What counts the tokens of a model that a payload names.
  private func tokenizer(of model: String) throws(CommandError) -> ModelTokenizer {
    guard (try? ModelDirectory.ofThisVersion.model(named: model)) != nil else {
      // A model that nobody here knows, as of one's own server, is counted in the newest encoding by assumption.
      return ModelTokenizer(assuming: .o200kBase)
    }
    return try EncodingChoice(model: model, encoding: nil, choice: .named).tokenizer
  }

  private func counter(_ tokenizer: ModelTokenizer, model: String) throws(CommandError) -> MessageCounter {
    if case .estimated = tokenizer.basis {
      throw .usage(
        "a budget cannot be kept for \(model), whose tokens can only be estimated (\(tokenizer)); "
          + "--encoding counts in one that is to be assumed")
    }
    let formulas = try ChatFormulas.ofThisVersion
    guard let name = try ModelDirectory.ofThisVersion.plainName(of: model),
      let framing = formulas.framing(for: name), framing.status != .unpublished
    else { return MessageCounter(tokenizer.encoding, basis: tokenizer.basis) }
    return MessageCounter(tokenizer, scale: tokenizer.anyText, model: name, formulas: formulas)
  }
}
