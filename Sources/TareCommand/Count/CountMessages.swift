import Tare

/// `tare count --messages`: the tokens of a whole chat request, part by part.
struct CountMessages {
  let path: String
  /// The shape of the request, where it was said.
  let format: WireFormat?
  let encoding: EncodingOptions

  func report() throws(CommandError) -> RequestReport {
    let file = try InputFile.read(path)
    let conversation = try conversation(file)
    let model = encoding.model ?? (encoding.encoding == nil ? conversation.model : nil)
    let formulas = try ChatFormulas.ofThisVersion
    let counter = try counter(for: conversation, model: model, formulas)
    return RequestReport(
      path: file.path, model: model, assumption: try assumption(of: model, counter), conversation, counter: counter,
      formulaDate: formulas.date)
  }

  /// What was taken for a model that is not named, or of which nothing is known.
  private func assumption(of model: String?, _ counter: MessageCounter) throws(CommandError) -> String? {
    let encoding = counter.tokenizer.encoding.name
    guard let model else {
      let kin = counter.tokenizer.encoding == .cl100kBase ? "gpt-4" : "gpt-4o"
      return
        "No model is named: counted in \(encoding), with what stands around messages as for \(kin); --model names one."
    }
    do { _ = try ModelDirectory.ofThisVersion.model(named: model) } catch let error as UnknownModelName {
      let near = nearestName(to: model, among: error.knownNames).map { "; did you mean \"\($0)\"?" } ?? "."
      return
        "Nothing is known of the model \"\(shownName(model))\": \(encoding) and what stands around messages are assumed\(near)"
    } catch {
      throw .input("built-in models", describe(error))
    }
    return nil
  }

  private func conversation(_ file: InputFile) throws(CommandError) -> Conversation {
    do {
      return try Conversation(parsing: file.bytes, as: format, orphans: .mark)
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
    return MessageCounter(tokenizer, for: conversation.texts, model: name, formulas: formulas)
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
