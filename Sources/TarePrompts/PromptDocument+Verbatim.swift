import TareText

extension PromptDocument {
  /// The stretches of the body that are names and not words, in order: destinations and labels of links, tags and
  /// addresses, template expressions, code in back-ticks, lines that open a fence or define a link,
  /// and what is never sent.
  ///
  /// Changing a letter there changes what is looked up, so no fix that only means to spell differently may touch them.
  /// They are found by their marks alone, whether or not Markdown takes them for what they look like: a stretch too
  /// many costs a fix, one too few costs a link.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var verbatimRanges: SortedRanges {
    let body = bodyRange
    var ranges: [SourceRange] = []
    for line in lines where line.range.start >= body.start {
      if VerbatimScan.isWhole(source.bytes(in: line.range)) {
        ranges.append(line.range)
      } else {
        var scan = VerbatimScan(source.utf8, line.range)
        ranges += scan.ranges()
      }
    }
    let unsent = spans.filter { $0.range.start >= body.start && !$0.isSent && $0.kind != .variable }
    return SortedRanges(ranges + unsent.map(\.range))
  }
}

/// Finds verbatim stretches in one line, from left to right.
private struct VerbatimScan {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  /// Closing marks that the rest of the line does not have, so that none is searched for twice.
  private var missing: Set<UInt8> = []

  init(_ bytes: [UInt8], _ line: SourceRange) {
    self.bytes = bytes
    offset = line.start
    end = line.end
  }

  /// Whether the line opens a fence or defines a link.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { " \t>".utf8.contains($0) }
    if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { return true }
    guard content.first == UInt8(ascii: "["), let close = content.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    return content[close...].dropFirst().first == UInt8(ascii: ":")
  }

  mutating func ranges() -> [SourceRange] {
    var ranges: [SourceRange] = []
    while offset < end {
      if let close = closingMark(), var last = search(close) {
        // Braces come in twos and threes.
        while close == UInt8(ascii: "}"), last + 1 < end, bytes[last + 1] == close { last += 1 }
        ranges.append(SourceRange(offset, last + 1))
        offset = last + 1
      } else if let last = addressEnd() {
        ranges.append(SourceRange(offset, last))
        offset = last
      } else {
        offset += 1
      }
    }
    return ranges
  }

  /// The mark that ends the stretch which begins here, or `nil` where none begins.
  private func closingMark() -> UInt8? {
    let next = offset + 1 < end ? bytes[offset + 1] : 0
    return switch bytes[offset] {
    case UInt8(ascii: "`"): UInt8(ascii: "`")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "]") where next == UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "%") where next == UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "<") where isLetter(next) || "/!?<".utf8.contains(next): UInt8(ascii: ">")
    default: nil
    }
  }

  private mutating func search(_ close: UInt8) -> Int? {
    guard !missing.contains(close) else { return nil }
    guard let found = bytes[(offset + 1)..<end].firstIndex(of: close) else {
      missing.insert(close)
      return nil
    }
    return found
  }

  /// The end of a web address that begins here.
  private func addressEnd() -> Int? {
    let rest = bytes[offset..<end]
    guard rest.first == UInt8(ascii: "h"), rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8)
    else {
      return nil
    }
    return rest.firstIndex { $0 <= 0x20 || ")>\"".utf8.contains($0) } ?? end
  }

  private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
