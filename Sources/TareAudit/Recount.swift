import TareModels
import TareText
import TareTokens

/// What edits do to the number of tokens of a text.
///
/// The whole text is counted before and after, but only where the two can differ: both built-in pre-tokenizers always
/// split between a newline and a character that is neither white space nor a slash, whatever stands around it, so the
/// tokens outside the nearest two such places are the same on both sides. For an encoding that does not split there the
/// whole body is counted.
///
/// ```
/// …first line⏎│second line, edited⏎  indented⏎│last line…
///             └────── counted twice ──────────┘
/// ```
struct Recount {
  private let source: SourceText
  private let body: SourceRange
  private let tokenizers: [Tokenizer]
  /// What turns counts of the first tokenizer into those of the model.
  private let scale: TokenScale
  /// Whether every tokenizer splits behind the newlines that are looked for.
  private let splitsAtLines: Bool

  init(_ source: SourceText, body: SourceRange, _ tokenizers: [Tokenizer], scale: TokenScale = .identity) {
    self.scale = scale
    self.source = source
    self.body = body
    self.tokenizers = tokenizers
    splitsAtLines = tokenizers.allSatisfy(\.encoding.splitsAtLines)
  }

  /// The tokens saved by all of `edits` together, for each tokenizer in turn and for the first in the unit of the model;
  /// negative where they add some.
  ///
  /// - Precondition: The edits are in order, touch nothing outside the body and do not overlap.
  /// - Complexity: O(*w*) in the bytes of the windows around the edits.
  func savings(of edits: [Edit]) -> [Int] {
    var savings = [Int](repeating: 0, count: tokenizers.count)
    for window in windows(around: edits) {
      let after = edited(window.range, edits[window.edits])
      for (index, tokenizer) in tokenizers.enumerated() {
        savings[index] += tokenizer.count(source.bytes(in: window.range)) - tokenizer.count(after[...])
      }
    }
    if let first = savings.first { savings[0] = scale.modelTokens(first) }
    return savings
  }

  /// The bytes that ``savings(of:)`` would count for each tokenizer before and after.
  func cost(of edits: [Edit]) -> Int { windows(around: edits).reduce(0) { $0 + $1.range.length } }

  private func windows(around edits: [Edit]) -> [(range: SourceRange, edits: Range<Int>)] {
    guard splitsAtLines || edits.isEmpty else { return [(body, edits.indices)] }
    var windows: [(range: SourceRange, edits: Range<Int>)] = []
    for (index, edit) in edits.enumerated() {
      // A window that ends where an edit begins has lost its certain split.
      if let last = windows.last, edit.range.start <= last.range.end {
        let end = edit.range.end < last.range.end ? last.range.end : boundary(behind: edit.range.end)
        windows[windows.count - 1] = (SourceRange(last.range.start, end), last.edits.lowerBound..<(index + 1))
      } else {
        let start = max(boundary(before: edit.range.start), windows.last?.range.end ?? body.start)
        windows.append((SourceRange(start, boundary(behind: edit.range.end)), index..<(index + 1)))
      }
    }
    return windows
  }

  private func edited(_ window: SourceRange, _ edits: ArraySlice<Edit>) -> [UInt8] {
    var bytes: [UInt8] = []
    var copied = window.start
    for edit in edits {
      bytes += source.utf8[copied..<edit.range.start]
      bytes += edit.replacement
      copied = edit.range.end
    }
    return bytes + source.utf8[copied..<window.end]
  }

  // MARK: Boundaries

  /// The nearest certain split in front of `offset`; neither of the two bytes around it is edited.
  private func boundary(before offset: Int) -> Int {
    var at = offset - 1
    while at > body.start, !isBoundary(at) { at -= 1 }
    return max(at, body.start)
  }

  private func boundary(behind offset: Int) -> Int {
    var at = offset + 1
    while at < body.end, !isBoundary(at) { at += 1 }
    return min(at, body.end)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    guard source.utf8[offset - 1] == 0x0A else { return false }
    switch source.utf8[offset] {
    case UInt8(ascii: "/"): return false
    case 0x21...0x7E: return true
    // White space beyond ASCII begins with C2, E1, E2 or E3.
    case 0xC3...0xDF, 0xE4...0xF4: return true
    default: return false
    }
  }
}
