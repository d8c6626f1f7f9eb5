/// Why a catalogue of rates cannot be used.
public enum CatalogueError: Error, Sendable, Hashable {
  /// The file is not JSON.
  case malformed(String)
  /// A member is missing or is not what it must be.
  case invalidMember(entry: String, member: String, reason: String)
  /// Two rates claim one name.
  case duplicateName(String)
}

extension CatalogueError: CustomStringConvertible {
  /// One sentence that names the entry and the member.
  public var description: String {
    switch self {
    case .malformed(let reason): "the catalogue of rates is not JSON: \(reason)"
    case .invalidMember(let entry, let member, let reason): "rate \"\(entry)\": \(member) \(reason)"
    case .duplicateName(let name): "two rates are called \"\(name)\""
    }
  }
}
