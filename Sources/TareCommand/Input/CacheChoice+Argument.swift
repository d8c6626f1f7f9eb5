public import ArgumentParser
public import Tare

extension CacheChoice: ExpressibleByArgument {
  /// The choice that `none`, `automatic` or a lifetime names.
  public init?(argument: String) { self.init(argument) }

  /// The choice as it is written on the command line.
  public var defaultValueDescription: String { description }
}

extension Rate {
  /// The terms that somebody chose on the command line.
  func cacheTerms(asChosen choice: CacheChoice) throws(CommandError) -> CacheTerms {
    do { return try cacheTerms(choosing: choice) } catch { throw .usage(error.description) }
  }
}
