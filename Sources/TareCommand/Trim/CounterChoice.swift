import Tare

/// What counts one conversation: what its request says, else the options, else the model that the payload names, else
/// o200k_base.
struct CounterChoice {
  let encoding: EncodingOptions
  let request: TrimRequest?
  let conversation: Conversation

  var counter: MessageCounter {
    get throws(CommandError) {
      var options = encoding
      if let request, request.encoding != nil || request.model != nil {
        (options.encoding, options.model) = (request.encoding, request.model)
      }
      if options.model == nil, options.encoding == nil {
        guard let model = conversation.model else { return MessageCounter(.o200kBase) }
        return try counter(tokenizer(of: model), model: model)
      }
      return try counter(options.resolve().tokenizer, model: options.model ?? "")
    }
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
    let formulas = try ChatFormulas.ofThisVersion
    if case .estimated = tokenizer.basis {
      let name = try ModelDirectory.ofThisVersion.plainName(of: model) ?? model.lowercased()
      return MessageCounter(tokenizer, for: conversation.texts, model: name, formulas: formulas)
    }
    guard let name = try ModelDirectory.ofThisVersion.plainName(of: model),
      let framing = formulas.framing(for: name), framing.status != .unpublished
    else { return MessageCounter(tokenizer.encoding, basis: tokenizer.basis) }
    return MessageCounter(tokenizer, for: [], model: name, formulas: formulas)
  }
}
