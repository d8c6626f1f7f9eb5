public import TareText

/// An address of the web in the text of a prompt.
public struct WebAddress: Sendable, Hashable {
  /// Where it stands.
  public let range: SourceRange
  /// The parameters in it that only count visitors, each with the mark that parts it from what is left.
  public let trackingParameters: [SourceRange]

  /// Parameters that analytics and mail services add and strip again, from the lists of their vendors: Google (`utm_`,
  /// `gclid`, `dclid`), Meta (`fbclid`, `igshid`), Microsoft (`msclkid`), Mailchimp (`mc_cid`, `mc_eid`), HubSpot
  /// (`_hsenc`, `_hsmi`), Yandex (`yclid`).
  private static let tracking: Set<String> = [
    "gclid", "dclid", "fbclid", "igshid", "msclkid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "yclid",
  ]

  private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self).lowercased()
    return name.hasPrefix("utm_") || tracking.contains(name)
  }

  /// `destination` without the parameters that only count visitors, so that two that lead to the same page are equal.
  static func withoutTracking(_ destination: String) -> String {
    let utf8 = Array(destination.utf8)
    var kept = utf8
    for range in trackingParameters(in: utf8[...]).reversed() { kept.removeSubrange(range.start..<range.end) }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension WebAddress {
  /// The address in `text`, which begins and ends with it.
  init(_ text: ArraySlice<UInt8>) {
    range = SourceRange(text.startIndex, text.endIndex)
    trackingParameters = Self.trackingParameters(in: text)
  }

  private static func trackingParameters(in text: ArraySlice<UInt8>) -> [SourceRange] {
    guard let question = text.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    let query = text[(question + 1)...].prefix { $0 != UInt8(ascii: "#") }
    let parts = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    let keepsOther = parts.contains { !isTracking($0) }
    var ranges: [SourceRange] = []
    for part in parts where isTracking(part) {
      // Of the parts that stay, the first has the question mark in front and the others an ampersand.
      let isLeading = parts.prefix { isTracking($0) }.contains { $0.startIndex == part.startIndex }
      let range =
        isLeading && keepsOther
        ? SourceRange(part.startIndex, part.endIndex + 1) : SourceRange(part.startIndex - 1, part.endIndex)
      if let last = ranges.last, last.end == range.start {
        ranges[ranges.count - 1] = SourceRange(last.start, range.end)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}

extension PromptDocument {
  /// The addresses in the body outside of code, from first to last.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var webAddresses: [WebAddress] {
    let utf8 = source.utf8
    var found: [WebAddress] = []
    var at = bodyRange.start
    while at + 7 < bodyRange.end {
      guard utf8[at] == UInt8(ascii: "h"), let end = addressEnd(at), !isCode(at) else {
        at += 1
        continue
      }
      found.append(WebAddress(utf8[at..<end]))
      at = end
    }
    return found
  }

  /// The end of the address that begins at `start`, without the full stop or comma of the sentence it stands in.
  private func addressEnd(_ start: Int) -> Int? {
    let rest = source.utf8[start..<bodyRange.end]
    guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { return nil }
    var end = rest.firstIndex { $0 <= 0x20 || ")>]\"'`|{}\\".utf8.contains($0) } ?? rest.endIndex
    while end > start, ".,;:!?*_".utf8.contains(source.utf8[end - 1]) { end -= 1 }
    return end
  }
}
