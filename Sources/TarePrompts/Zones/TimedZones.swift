import TareText

/// Finds transcripts: lines that begin with times, such as `[00:12] Good morning.`
struct TimedZones {
  private(set) var found: [PromptZone] = []

  /// In lines with times; fewer are a plan for the day.
  private static let leastLines = 8
  /// In lines that are not blank: what is said may run on.
  private static let mostBetween = 3

  private var first = 0
  private var end = 0
  private var count = 0
  private var between = 0

  init(_ lines: [PromptLine], _ source: SourceText) {
    for line in lines where line.kind != .blank {
      if line.kind == .prose, Self.beginsWithTime(source.bytes(in: line.range)) {
        if count == 0 { first = line.index }
        (end, between) = (line.index + 1, 0)
        count += 1
      } else {
        between += 1
        if between > Self.mostBetween || line.kind == .heading { close() }
      }
    }
    close()
  }

  private mutating func close() {
    if count >= Self.leastLines { found.append(PromptZone(kind: .data, lines: first..<end)) }
    (count, between) = (0, 0)
  }

  /// Whether a line begins with minutes and seconds or more, in brackets or not.
  private static func beginsWithTime(_ text: ArraySlice<UInt8>) -> Bool {
    // Nearly all lines begin with a letter.
    guard let first = text.first, first < UInt8(ascii: ":") || first == UInt8(ascii: "[") else { return false }
    let text = text.drop { $0 == 0x20 || $0 == 0x09 || "[(*-".utf8.contains($0) }
    let leading = text.prefix(3).prefix { (0x30...0x39).contains($0) }
    guard (1...2).contains(leading.count), text.dropFirst(leading.count).first == UInt8(ascii: ":") else {
      return false
    }
    let rest = text.dropFirst(leading.count + 1)
    return rest.prefix(3).prefix { (0x30...0x39).contains($0) }.count == 2
  }
}
