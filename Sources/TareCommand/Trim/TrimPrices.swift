import Tare

/// The prices by which one conversation is trimmed: those of the model that its request, the options or the payload
/// name.
struct TrimPrices {
  let options: PriceOptions
  let encoding: EncodingOptions
  let request: TrimRequest?
  let conversation: Conversation
  let place: InputPlace

  /// What to reckon with; `nil` where no model is named or nothing is known of its price.
  var pricing: TrimPricing? {
    get throws(CommandError) {
      guard let model else { return nil }
      let catalogue = try RateCatalogue.ofThisVersion
      guard let known = try? catalogue.rate(for: model) else { return nil }
      let rate = known.at(options.time ?? PriceTime(catalogue.date))
      do throws(CacheTermsError) {
        return TrimPricing(
          rate: rate, terms: try rate.cacheTerms(for: options.cacheLifetime), idleSeconds: idleSeconds)
      } catch {
        throw .usage("\(place.text): \(error)")
      }
    }
  }

  /// When a cut is put off, where that is asked for.
  ///
  /// - Parameter pricing: ``pricing``, which is found once.
  func payBack(
    _ pricing: TrimPricing?, reserve: Int, _ basis: TokenCount.Basis
  ) throws(CommandError) -> PayBack? {
    guard let requests = request?.policy.expectedRequests ?? options.expectedRequests else { return nil }
    guard let pricing else {
      let name = model.map { "\"\($0)\" has none" } ?? "no model is named"
      throw .usage(
        "\(place.text): --expected-requests needs the price of a model: \(name) (tare models lists those known)")
    }
    guard let most = request?.policy.most ?? options.most ?? pricing.rate.maximumInputTokens else {
      throw .usage("\(place.text): how much \(pricing.rate.model) takes is not known: say --most")
    }
    let budget = Budget(tokens: most, reserve: reserve).leavingRoom(for: basis)
    return PayBack(expecting: requests, most: budget.available, pricing: pricing)
  }

  private var idleSeconds: Int? { request?.policy.idleSeconds ?? options.idleSeconds }

  /// The model whose tokens are counted; none where an encoding alone was asked for.
  private var model: String? {
    if let request, request.encoding != nil || request.model != nil { return request.model }
    if encoding.encoding != nil || encoding.model != nil { return encoding.model }
    return conversation.model
  }
}
