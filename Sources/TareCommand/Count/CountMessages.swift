import Tare

/// `tare count --messages`: the tokens of a whole chat request, part by part.
struct CountMessages {
  let path: String
  let encoding: EncodingOptions

  func report() throws(CommandError) -> RequestReport {
    let file = try InputFile.read(path)
    let conversation = try conversation(file)
    let model = encoding.model ?? (encoding.encoding == nil ? conversation.model : nil)
    let formulas = try ChatFormulas.ofThisVersion
    let counter = try counter(for: conversation, model: model, formulas)
    return RequestReport(path: file.path, model: model, conversation, counter: counter, formulaDate: formulas.date)
  }

  private func conversation(_ file: InputFile) throws(CommandError) -> Conversation {
    do {
      return try Conversation(parsing: file.bytes, orphans: .mark)
    } catch {
      let message = error.message.map { "message \($0): " } ?? ""
      throw .input("\(file.path):\(error.location)", message + error.reason)
    }
  }

  private func counter(
    for conversation: Conversation, model: String?, _ formulas: ChatFormulas
  ) throws(CommandError) -> MessageCounter {
    let tokenizer = try tokenizer(of: model)
    guard let model else { return MessageCounter(tokenizer.encoding, basis: tokenizer.basis) }
    let name = try ModelDirectory.ofThisVersion.plainName(of: model) ?? model.lowercased()
    return MessageCounter(
      tokenizer, scale: tokenizer.scale(for: conversation.texts), model: name, formulas: formulas)
  }

  private func tokenizer(of model: String?) throws(CommandError) -> ModelTokenizer {
    guard encoding.encoding == nil, let model else { return try encoding.resolve().tokenizer }
    if encoding.model == nil, (try? ModelDirectory.ofThisVersion.model(named: model)) == nil {
      // A model that only the payload names may be one of somebody's own server: the newest encoding is assumed.
      return ModelTokenizer(assuming: .o200kBase)
    }
    return try ModelDirectory.ofThisVersion.tokenizer(orNearest: model)
  }
}

extension ChatFormulas {
  /// The built-in formulas, whose failure is a fault of this build and not of the caller.
  static var ofThisVersion: ChatFormulas {
    get throws(CommandError) {
      do { return try builtIn } catch { throw .input("built-in formulas", error.description) }
    }
  }
}
