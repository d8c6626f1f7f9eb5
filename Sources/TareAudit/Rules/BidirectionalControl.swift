public import TarePrompts
import TareText

/// Flags controls that show a text in another order than the model reads it.
public struct BidirectionalControl: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "SEC003", name: "bidi-trojan",
    summary: "A control of writing direction stands in text that is written from left to right.",
    rationale: """
      What people review on the screen and what the model reads are then two different texts: an instruction can hide in \
      plain sight. Arabic and Hebrew need isolates and embeddings, so lines with letters of theirs are left alone; an \
      override is not needed anywhere.
      """,
    evidence: "Not measured: the attack is known as Trojan Source, CVE-2021-42574.",
    severity: .error,
    triggering: [.init("Refund up to 150 EUR\u{202E} ylno.")],
    silent: ["Answer in two sentences.", "\u{2067}\u{5E9}\u{5DC}\u{5D5}\u{5DD}\u{2069} means hello."])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of them.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let found = document.lines.flatMap { controls(in: document.source.bytes(in: $0.range)) }
    guard let first = found.first else { return }
    report(Finding(Self.page, .controls(found.count, first.scalar), at: first.range))
  }

  private func controls(in text: ArraySlice<UInt8>) -> [LineScalars.Element] {
    let scalars = LineScalars(text).elements
    let isRightToLeft = scalars.contains { Self.rightToLeft.contains(where: $0.scalar.isWithin) }
    let isolated = isolatedPlaceholders(scalars)
    return scalars.indices.filter { !isolated.contains($0) }.map { scalars[$0] }.filter { element in
      isRightToLeft ? element.scalar.isOverride : element.scalar.isOverride || element.scalar.isEmbedding
    }
  }

  /// The pairs of isolates with a variable between them, whose direction nobody knows: as Unicode's annex 9 asks for.
  private func isolatedPlaceholders(_ scalars: [LineScalars.Element]) -> Set<Int> {
    var found: Set<Int> = []
    for start in scalars.indices where (0x2066...0x2068).contains(scalars[start].scalar.value) {
      guard scalars.indices.contains(start + 1), "{$<".unicodeScalars.contains(scalars[start + 1].scalar),
        let end = scalars[(start + 1)...].firstIndex(where: { (0x2066...0x2069).contains($0.scalar.value) }),
        scalars[end].scalar.value == 0x2069
      else { continue }
      found.formUnion([start, end])
    }
    return found
  }

  /// The blocks of Unicode 16.0 for scripts that run from right to left.
  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]
}

extension Unicode.Scalar {
  fileprivate func isWithin(_ range: ClosedRange<UInt32>) -> Bool { range.contains(value) }
  /// U+202D and U+202E.
  fileprivate var isOverride: Bool { value == 0x202D || value == 0x202E }
  /// Embeddings, isolates and what ends them.
  fileprivate var isEmbedding: Bool { (0x202A...0x202C).contains(value) || (0x2066...0x2069).contains(value) }
}

extension Finding.Message {
  fileprivate static func controls(_ count: Int, _ first: Unicode.Scalar) -> Self {
    let hex = String(first.value, radix: 16, uppercase: true)
    return count == 1
      ? "U+\(hex) changes the order in which this line is shown"
      : "\(count.grouped) controls change the order in which lines are shown (the first is U+\(hex))"
  }
}
