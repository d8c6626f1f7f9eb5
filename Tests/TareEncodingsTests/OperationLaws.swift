import Testing

@testable import TareTokens

/// Expects a stream of the text, and each operation on it, to agree with the plain count.
func expectAgreement(of tokenizer: Tokenizer, in text: String) throws {
  let bytes = Array(text.utf8)
  let whole = tokenizer.count(text)
  #expect(tokenizer.encode(text).count == whole)
  for step in [1, 7] {
    var counter = StreamCounter(tokenizer, window: 32, block: 256)
    for start in stride(from: 0, to: bytes.count, by: step) {
      counter.append(bytes.span.extracting(start..<min(bytes.count, start + step)))
    }
    #expect(counter.finish() == whole, "\(text) in steps of \(step)")
  }
  try expectCounts(of: tokenizer, in: text, whole)
  for limit in 0...(whole + 1) {
    #expect(tokenizer.fits(text, within: limit) == (whole <= limit))
    for end in [Truncation.End.head, .tail] {
      let kept = tokenizer.truncated(bytes[...], to: limit, keeping: end)
      #expect(kept.total == whole && kept.tokens <= limit)
      #expect(tokenizer.count(bytes[kept.range]) == kept.tokens)
    }
  }
  let chunks = try tokenizer.chunks(of: text, limit: 9, overlap: 3, at: .token)
  #expect(chunks.allSatisfy { $0.tokens <= 9 && $0.tokens == tokenizer.count(bytes[$0.range]) })
}

private func expectCounts(of tokenizer: Tokenizer, in text: String, _ whole: Int) throws {
  let bytes = Array(text.utf8)
  var counted = CountedText([], tokenizer)
  for scalar in text.unicodeScalars { counted.append(String(Character(scalar))) }
  #expect(counted.count == whole, "\(text)")
  for start in stride(from: 0, to: bytes.count, by: 5) {
    for end in [start + 1, start + 9, bytes.count] where end <= bytes.count {
      #expect(counted.count(in: start..<end) == tokenizer.count(bytes[start..<end]), "\(text) \(start)..<\(end)")
    }
  }
  let half = bytes.count / 2
  counted.replace(0..<half, with: "")
  #expect(counted.count == tokenizer.count(bytes[half...]))
  counted.replace(counted.utf8.count / 2..<counted.utf8.count / 2, with: "<t")
  #expect(counted.count == tokenizer.count(counted.utf8[...]))
  guard tokenizer.encoding.normalized(bytes.span) == nil else { return }
  let ranges = RangeCounts(of: bytes.span, edges: Array(0...bytes.count), tokenizer)
  #expect(ranges.total == whole)
}
