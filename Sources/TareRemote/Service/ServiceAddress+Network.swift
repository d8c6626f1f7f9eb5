extension ServiceAddress {
  /// How far what is sent may go without encryption.
  public enum PlainReach: Sendable, Hashable {
    /// Not beyond this machine.
    case thisMachine
    /// Within a network that nobody else's machines are in: addresses that are set aside for such networks (RFC 1918,
    /// RFC 4193), names without a dot, and names below `.local` and `.internal`, as servers have them in containers.
    case privateNetwork
  }
}

extension ServiceAddress.PlainReach {
  /// Whether a host lies within.
  func holds(_ host: Substring) -> Bool {
    if host.hasPrefix("[") {
      return host.hasPrefix("[::1]") || (self == .privateNetwork && (host.hasPrefix("[fd") || host.hasPrefix("[fc")))
    }
    let name = host.prefix { $0 != ":" }
    if name == "localhost" || name == "127.0.0.1" { return true }
    guard self == .privateNetwork else { return false }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    // A zero in front makes a number octal for whoever looks the address up.
    let numbers = labels.compactMap { label in UInt8(label).flatMap { "\($0)" == label ? $0 : nil } }
    if numbers.count == 4, labels.count == 4 { return isPrivate(numbers) }
    // A number alone is an address, too, and whose it is cannot be seen.
    if labels.count == 1 { return name.first?.isLetter == true }
    return labels.last == "local" || labels.last == "internal"
  }

  private func isPrivate(_ address: [UInt8]) -> Bool {
    switch (address[0], address[1]) {
    case (10, _), (192, 168), (172, 16...31): true
    default: false
    }
  }
}
