import TareJSON

/// Whose list of prices a file is.
public enum CatalogueOrigin: String, Sendable, Hashable, CaseIterable {
  /// LiteLLM's cost map, `model_prices_and_context_window.json`.
  case litellm
  /// The data of genai-prices, `data.json`.
  case genaiPrices = "genai-prices"

  /// The origin whose shape the file has: a cost map is an object of models, genai-prices' data a list of providers or
  /// one provider with the list of its models.
  ///
  /// `nil` for any other shape.
  init?(of root: JSONValue) {
    switch root.kind {
    case .object where root["models"]?.kind == .array: self = .genaiPrices
    case .object: self = .litellm
    case .array: self = .genaiPrices
    default: return nil
    }
  }

  /// The file, as a catalogue made from it says.
  var fileName: String {
    switch self {
    case .litellm: "litellm, model_prices_and_context_window.json"
    case .genaiPrices: "genai-prices, data.json"
    }
  }
}

/// Why a file is no list of prices of that origin.
public enum ImportError: Error, Sendable, Hashable {
  /// The file is not JSON.
  case malformed(String)
  /// The outermost value is of another kind than the origin's.
  case otherShape(expected: String)
  /// No entry became a rate.
  case nothingTaken(entries: Int)
}

extension ImportError: CustomStringConvertible {
  /// One sentence that says what was expected.
  public var description: String {
    switch self {
    case .malformed(let reason): "the prices are not JSON: \(reason)"
    case .otherShape(let expected): "the prices are not \(expected)"
    case .nothingTaken(let entries): "none of \(entries) entries has a price of an input token"
    }
  }
}
