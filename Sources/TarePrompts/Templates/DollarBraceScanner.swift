import TareText

/// Finds the substitutions of JavaScript's template literals, `${expression}`, braces in the expression included.
///
/// A brace in a string inside the expression is counted too: one that has no partner makes the rest of the text an
/// expression only as far as a tag may reach.
struct DollarBraceScanner {
  /// The substitutions, in order.
  private(set) var placeholders: [Placeholder] = []

  init(_ utf8: [UInt8], _ range: SourceRange, isInCode: (Int) -> Bool) {
    let bytes = TemplateBytes(utf8, range)
    var at = range.start
    while at < bytes.end {
      guard bytes.starts("${", at: at), let close = Self.closing(bytes, at + 2) else {
        at += 1
        continue
      }
      placeholders.append(
        Placeholder(
          syntax: .dollarBrace, name: bytes.trimmed((at + 2)..<close), range: SourceRange(at, close + 1),
          isInCode: isInCode(at)))
      at = close + 1
    }
  }

  /// The brace that closes an expression; whoever only opens braces is not followed to the end for each of them.
  private static func closing(_ bytes: TemplateBytes, _ start: Int) -> Int? {
    var depth = 0
    for at in start..<max(start, min(bytes.end, start + TemplateBytes.longestTag)) {
      switch bytes[at] {
      case UInt8(ascii: "{"):
        depth += 1
        if depth > 16 { return nil }
      case UInt8(ascii: "}"):
        if depth == 0 { return at }
        depth -= 1
      default: break
      }
    }
    return nil
  }
}
