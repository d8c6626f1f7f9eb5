import TareRanking
public import TareTokens
public import TareTrim

/// Ranked documents for people.
public enum RerankTable {
  /// A line for each document, best first: its number, its score, its tokens, and its title or how it begins.
  public static func text(_ request: RerankRequest, _ documents: RerankedDocuments, _ tokenizer: Tokenizer) -> String {
    let rows = documents.ranking.map { relevance in
      let document = request.documents[relevance.chunk]
      return [
        document.id, shown(relevance.score), "\(tokenizer.count(document.text))", beginning(of: document),
      ]
    }
    return aligned([["id", "score", "tokens", "document"]] + rows)
  }

  /// What is kept within a budget, ready for a prompt: each text with its id in front, apart by blank lines.
  public static func passages(_ request: RerankRequest, _ selection: RerankedDocuments.Selection) -> String {
    (selection.packed ?? selection.kept).map { kept in
      let document = request.documents[kept.chunk]
      return "[\(document.id)] \(kept.excerpt ?? document.text)\n"
    }.joined(separator: "\n")
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<3).map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
      let cells = (0..<3).map { String(repeating: " ", count: widths[$0] - row[$0].unicodeScalars.count) + row[$0] }
      return cells.joined(separator: "  ") + "  " + row[3] + "\n"
    }.joined()
  }

  /// Three digits behind the point, without the help of a locale. Another judge than words may give any number.
  private static func shown(_ score: Double) -> String {
    guard abs(score) < 1e12 else { return "\(score)" }
    let thousandths = Int((abs(score) * 1000).rounded())
    let sign = score < 0 && thousandths > 0 ? "-" : ""
    return "\(sign)\(thousandths / 1000).\("\(1000 + thousandths % 1000)".dropFirst())"
  }

  private static func beginning(of document: Chunk) -> String {
    let text = (document.title ?? document.text).unicodeScalars
    let start = text.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
    return text.count > 60 ? start + "…" : start
  }
}
