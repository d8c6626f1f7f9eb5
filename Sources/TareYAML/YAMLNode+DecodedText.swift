public import TareText

extension YAMLNode {
  /// The text of a scalar and where each byte of it stands in `yaml`, which this node was parsed from; `nil` for a
  /// collection.
  ///
  /// What libyaml made of the scalar is what counts: the lines of the source are laid beside it, and where they do not
  /// fit, which takes line separators of old, the whole scalar is one piece.
  ///
  /// - Complexity: O(*n*) in the bytes of the scalar.
  public func decodedText(in yaml: [UInt8]) -> DecodedText? {
    guard let text = scalar, let style, range.upperBound <= yaml.count else { return nil }
    let whole = SourceRange(range.lowerBound, range.upperBound)
    var alignment = ScalarAlignment(yaml, range, Array(text.utf8), style)
    return alignment.run() ?? DecodedText(Array(text.utf8), from: whole)
  }
}

/// Lays the lines of a scalar in the source beside its text.
private struct ScalarAlignment {
  private let yaml: [UInt8]
  private let range: Range<Int>
  private let target: [UInt8]
  private let style: YAMLNode.Style
  private var text = DecodedText()
  /// Behind the last byte of the source that is accounted for.
  private var covered = 0

  init(_ yaml: [UInt8], _ range: Range<Int>, _ target: [UInt8], _ style: YAMLNode.Style) {
    (self.yaml, self.range, self.target, self.style) = (yaml, range, target, style)
  }

  /// The text with its places, or `nil` where the two do not fit.
  mutating func run() -> DecodedText? {
    let content = contentRange
    covered = content.lowerBound
    let fits = style == .literal ? alignLiteral(content) : alignFolded(content)
    return fits && text.utf8 == target ? text : nil
  }

  /// Without quotes, or without the line of the block scalar's header.
  private var contentRange: Range<Int> {
    switch style {
    case .plain: return range
    case .singleQuoted, .doubleQuoted:
      return min(range.lowerBound + 1, range.upperBound)..<max(range.lowerBound + 1, range.upperBound - 1)
    case .literal, .folded:
      let header = lineEnd(from: range.lowerBound, in: range)
      return afterLineEnding(header, in: range)..<range.upperBound
    }
  }

  // MARK: Lines

  private func lineEnd(from start: Int, in range: Range<Int>) -> Int {
    var at = start
    while at < range.upperBound, yaml[at] != 0x0A, yaml[at] != 0x0D { at += 1 }
    return at
  }

  private func afterLineEnding(_ end: Int, in range: Range<Int>) -> Int {
    guard end < range.upperBound else { return end }
    let isPair = yaml[end] == 0x0D && end + 1 < range.upperBound && yaml[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  // MARK: Literal scalars

  /// Every line of the text is the end of a line of the source, and in front of it stand blanks.
  private mutating func alignLiteral(_ content: Range<Int>) -> Bool {
    var at = content.lowerBound
    var decoded = 0
    while decoded < target.count {
      let stop = target[decoded...].firstIndex(of: 0x0A) ?? target.count
      let end = lineEnd(from: at, in: content)
      let start = end - (stop - decoded)
      guard start >= at, yaml[start..<end].elementsEqual(target[decoded..<stop]),
        yaml[at..<start].allSatisfy({ $0 == 0x20 })
      else { return false }
      text.appendVerbatim(SourceRange(start, end), of: yaml)
      let next = afterLineEnding(end, in: content)
      if stop < target.count {
        // The last line ending of a file may be the end of the file.
        if next - end == 1, yaml[end] == 0x0A {
          text.appendVerbatim(SourceRange(end, next), of: yaml)
        } else {
          text.append([0x0A], from: SourceRange(end, next))
        }
      }
      decoded = stop + 1
      guard next > at || decoded >= target.count else { return false }
      at = next
    }
    return true
  }

  // MARK: Folded and flow scalars

  /// Lines are joined by what the text has between their contents: a blank, line feeds, or nothing.
  private mutating func alignFolded(_ content: Range<Int>) -> Bool {
    var at = content.lowerBound
    var isFirst = true
    while at < content.upperBound {
      let end = lineEnd(from: at, in: content)
      let line = lineContent(at..<end, isFirst: isFirst, isLast: end == content.upperBound)
      if !line.isEmpty {
        appendJoint(upTo: line.lowerBound)
        appendLine(line)
        isFirst = false
      }
      at = afterLineEnding(end, in: content)
    }
    guard text.utf8.count < target.count else { return true }
    text.append(Array(target[text.utf8.count...]), from: SourceRange(covered, max(covered, content.upperBound)))
    return true
  }

  private func lineContent(_ line: Range<Int>, isFirst: Bool, isLast: Bool) -> Range<Int> {
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    var lower = line.lowerBound
    var upper = line.upperBound
    if !(isQuoted && isFirst) { while lower < upper, isBlank(yaml[lower]) { lower += 1 } }
    if style != .folded, !(isQuoted && isLast) {
      while upper > lower, isBlank(yaml[upper - 1]), !isEscaped(upper - 1, from: lower) { upper -= 1 }
    }
    return lower..<upper
  }

  private func isEscaped(_ at: Int, from start: Int) -> Bool {
    style == .doubleQuoted && at > start && yaml[at - 1] == UInt8(ascii: "\\")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func appendJoint(upTo start: Int) {
    let rest = target[min(text.utf8.count, target.count)...]
    let isOpening = covered == start
    let joint = isOpening ? [] : Array(rest.prefix { isBlank($0) || $0 == 0x0A })
    text.append(joint, from: SourceRange(covered, max(covered, start)))
    covered = start
  }

  private mutating func appendLine(_ line: Range<Int>) {
    var at = line.lowerBound
    while at < line.upperBound {
      let special = yaml[at..<line.upperBound].firstIndex { isSpecial($0) } ?? line.upperBound
      text.appendVerbatim(SourceRange(at, special), of: yaml)
      at = special
      guard at < line.upperBound else { break }
      let length = min(escapeLength(at), line.upperBound - at)
      text.append(escaped(at, length), from: SourceRange(at, at + length))
      at += length
    }
    covered = line.upperBound
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch style {
    case .singleQuoted: byte == UInt8(ascii: "'")
    case .doubleQuoted: byte == UInt8(ascii: "\\")
    default: false
    }
  }

  // MARK: Escapes, YAML 1.1 section 5.6

  private func escapeLength(_ at: Int) -> Int {
    guard style == .doubleQuoted, at + 1 < range.upperBound else { return 2 }
    return switch yaml[at + 1] {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    case 0x0A, 0x0D: 1
    default: 2
    }
  }

  private func escaped(_ at: Int, _ length: Int) -> [UInt8] {
    guard style == .doubleQuoted else { return [UInt8(ascii: "'")] }
    guard length > 1 else { return [] }
    switch yaml[at + 1] {
    case UInt8(ascii: "0"): return [0x00]
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"), 0x09: return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "e"): return [0x1B]
    case UInt8(ascii: "N"): return [0xC2, 0x85]
    case UInt8(ascii: "_"): return [0xC2, 0xA0]
    case UInt8(ascii: "L"): return [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): return [0xE2, 0x80, 0xA9]
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = String(decoding: yaml[(at + 2)..<(at + length)], as: UTF8.self)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
    default: return [yaml[at + 1]]
    }
  }
}
