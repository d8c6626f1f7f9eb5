public import TarePrompts
import TareText

extension PromptDocument {
  /// Where the first value stands that is not the same in every request; `nil` where no request changes the text.
  ///
  /// Behind it no cache serves anything. Whatever speaks of caching, be it a rule or a price, goes by this place.
  public var firstVolatileOffset: Int? { VolatileValue.all(in: self).first?.range.start }
}

extension SentText {
  /// The number of bytes from its start that are the same in every request, when `offset` is the
  /// ``TarePrompts/PromptDocument/firstVolatileOffset`` of its document.
  public func stableLength(before offset: Int?) -> Int {
    offset.map { decoded.decodedLength(before: $0) } ?? utf8.count
  }
}
