import TarePrompts
import TareText

/// Times and numbers of requests that a program wrote into a prompt: the next request will have others.
///
/// A date alone changes once a day or never, and a time in the middle of a text is mostly an example. So the line has to
/// say that it is now, or, near the top, to hold nothing else.
struct RecordedValues {
  let found: [VolatileValue]

  /// How many lines with text are the top of a prompt.
  private static let topLines = 8

  init(_ document: PromptDocument) {
    var left = Self.topLines
    found = document.lines.compactMap { line in
      guard [.prose, .heading, .html].contains(line.kind) else { return nil }
      left -= 1
      let text = Line(document.source.bytes(in: line.range), isNearTop: left >= 0)
      guard let value = text.time ?? text.number, !document.expectsRepetition(at: line.index),
        !Self.isMailHeader(line.index, document)
      else { return nil }
      return VolatileValue(name: value.name, range: value.range, pace: .unknown)
    }
  }
}

extension RecordedValues {
  /// Whether the line stands among the headers of a mail that somebody wrote once: its date is that of the mail.
  fileprivate static func isMailHeader(_ line: Int, _ document: PromptDocument) -> Bool {
    func label(_ index: Int) -> String? {
      guard document.lines.indices.contains(index) else { return nil }
      let text = document.source.bytes(in: document.lines[index].range).drop { " \t>*_-".utf8.contains($0) }.prefix(16)
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return String(decoding: text[..<colon].filter { $0 != UInt8(ascii: "*") }, as: UTF8.self).lowercased()
    }
    guard label(line).map(["date", "sent"].contains) == true else { return false }
    let others: Set = ["from", "to", "cc", "subject", "reply-to"]
    return (-3...3).count { label(line + $0).map(others.contains) ?? false } >= 2
  }
}

/// One line, and what a program wrote into it.
private struct Line {
  typealias Value = (name: String, range: SourceRange)

  private let text: ArraySlice<UInt8>
  private let isNearTop: Bool

  init(_ text: ArraySlice<UInt8>, isNearTop: Bool) {
    self.text = text
    self.isNearTop = isNearTop
  }

  // MARK: Times

  /// A day and a time of day to the minute, or the seconds since 1970.
  var time: Value? {
    guard let digit = text.firstIndex(where: \.isASCIIDigit) else { return nil }
    let digits = digits
    let clock = digits.first(where: isTimeOfDay)
    let epoch = digits.first { ($0.count == 10 || $0.count == 13) && text[$0.lowerBound] == UInt8(ascii: "1") }
    guard let last = clock ?? epoch, clock == nil || digits.contains(where: isYear), saysNow(before: last.lowerBound)
    else { return nil }
    let end = clock == nil ? last.upperBound : last.upperBound + 3
    return ("the time written here", SourceRange(clock == nil ? last.lowerBound : digit, end))
  }

  /// The runs of digits.
  private var digits: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in text.startIndex...text.endIndex {
      if index < text.endIndex, text[index].isASCIIDigit {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    return runs
  }

  private func isYear(_ run: Range<Int>) -> Bool { run.count == 4 && text[run].starts(with: "20".utf8) }

  /// Whether the run is the hour of `19:04`.
  private func isTimeOfDay(_ run: Range<Int>) -> Bool {
    let minutes = text[run.upperBound...].prefix(3)
    let behind = text[run.upperBound...].dropFirst(3).first
    let before = run.lowerBound > text.startIndex ? text[run.lowerBound - 1] : 0
    return run.count <= 2 && minutes.count == 3 && minutes.first == UInt8(ascii: ":")
      && minutes.dropFirst().allSatisfy(\.isASCIIDigit) && behind?.isASCIIDigit != true && before != UInt8(ascii: ":")
  }

  /// Whether what stands in front of `end` says that it is now, or is nothing but a day.
  private func saysNow(before end: Int) -> Bool {
    let lead = Self.folded(text[..<end])
    if AuditWords.shared[.clockLabels].contains(where: { lead.contains($0) }) { return true }
    guard isNearTop else { return false }
    if AuditWords.shared[.topClockLabels].contains(where: { lead.contains($0) }) { return true }
    return Self.folded(text).split { !$0.isLetter }.allSatisfy { AuditWords.shared[.dateWords].contains(String($0)) }
  }

  // MARK: Numbers

  /// A number drawn for a request or a session, behind a word that says so.
  var number: Value? {
    guard isNearTop else { return nil }
    let separators = Array(" \t:=`*[](){}<>\"'#,.".utf8)
    let start = text.prefix(Self.longestLead + Self.longestNumber)
    guard let token = start.split(whereSeparator: separators.contains).first(where: Self.isDrawn) else { return nil }
    let lead = Self.folded(text[..<token.startIndex])
    guard lead.utf8.count <= Self.longestLead,
      AuditWords.shared[.numberLabels].contains(where: { lead.contains($0) }) || !lead.contains(where: \.isLetter)
    else { return nil }
    return ("the number written here", SourceRange(token.startIndex, token.endIndex))
  }

  /// In bytes: what is said about a number in more words is no label.
  private static let longestLead = 40
  /// In bytes: of a longer one the beginning says enough.
  private static let longestNumber = 128

  /// A UUID, or 16 hexadecimal digits and more that are no word, behind a short name or none.
  private static func isDrawn(_ token: ArraySlice<UInt8>) -> Bool {
    let parts = token.split(omittingEmptySubsequences: false) { "-_".utf8.contains($0) }
    let isHexadecimal = parts.map { $0.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) } }
    if parts.map(\.count) == [8, 4, 4, 4, 12] { return !isHexadecimal.contains(false) }
    guard let last = parts.last, parts.count <= 2, last.count >= 16, isHexadecimal.last == true else { return false }
    return last.contains(where: \.isASCIIDigit) && last.contains { !$0.isASCIIDigit }
  }

  /// In lower case, with a blank for each mark that joins words in a name.
  private static func folded(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text.map { "_-".utf8.contains($0) ? 0x20 : $0 }, as: UTF8.self).lowercased()
  }
}
