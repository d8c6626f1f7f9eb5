/// Where requests go: a scheme, a host and perhaps a port and a path.
public struct ServiceAddress: Sendable, Hashable {
  /// The whole address, without a slash at its end.
  public let text: String
  /// The host and, where it is given, the port: what a person is told.
  public let host: String
  /// What stands behind the host, from its slash on; empty where nothing does.
  let path: String

  /// The address in `text`.
  ///
  /// - Parameter reach: How far what is sent may go without encryption; with a key never beyond this machine.
  /// - Throws: ``RemoteError`` for what is no address, for one that holds a password, and for one that is not encrypted
  ///   and lies further away.
  public init(_ text: String, plainWithin reach: PlainReach = .thisMachine) throws(RemoteError) {
    let isSecure = text.hasPrefix("https://")
    guard isSecure || text.hasPrefix("http://") else { throw .address("is neither https:// nor http://") }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .address("has characters that no URL has") }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !host.isEmpty, !host.contains("@") else { throw .address("has no host, or a password before it") }
    guard !rest.contains("?"), !rest.contains("#") else { throw .address("has a query or a fragment") }
    guard isSecure || reach.holds(host) else { throw .address("is not encrypted: https:// is needed") }
    self.host = String(host)
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
    path = String(self.text.dropFirst(isSecure ? 8 : 7).dropFirst(host.count))
  }
}
