import ArgumentParser
import Tare

/// `--cache`: whether and for how long a provider remembers prefixes.
enum CacheMode: ExpressibleByArgument {
  /// Not at all.
  case none
  /// As the model's provider does unless asked for something else.
  case automatic
  /// For a lifetime that can be asked for.
  case lifetime(CacheLifetime)

  init?(argument: String) {
    switch argument {
    case "none": self = .none
    case "automatic": self = .automatic
    default:
      guard let lifetime = CacheLifetime(argument) else { return nil }
      self = .lifetime(lifetime)
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .none: "none"
    case .automatic: "automatic"
    case .lifetime(let lifetime): lifetime.description
    }
  }

  /// The terms of a model.
  func terms(of rate: Rate) throws(CommandError) -> CacheTerms {
    do {
      return switch self {
      case .none: .none
      case .automatic: try rate.cacheTerms()
      case .lifetime(let lifetime): try rate.cacheTerms(for: lifetime)
      }
    } catch {
      throw .usage(error.description)
    }
  }
}
