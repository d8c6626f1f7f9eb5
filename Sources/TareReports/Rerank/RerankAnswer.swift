public import TareJSON
import TareRanking
public import TareTrim

/// What a request to rank is answered with: one JSON object on one line.
///
/// ```
/// {"id", "results": [{"index", "relevance_score"}], "kept": {"256": [index]}, "packed": {"256": [{"index", "text"}]}}
/// {"id", "error"}
/// ```
public enum RerankAnswer {
  /// The answer with the documents as they are ranked and chosen.
  ///
  /// - Parameter warnings: What is to be said beside what the request itself gave reason for.
  /// - Complexity: O(*n*) in bytes.
  public static func text(
    _ request: RerankRequest, _ documents: RerankedDocuments, warnings: [String] = []
  ) -> [UInt8] {
    let warnings = request.warnings + warnings
    var writer = JSONWriter()
    writer.object { answer in
      if let id = request.id { answer.member("id", raw: id.rawBytes) }
      answer.array("results") { list in
        for relevance in documents.ranking {
          list.object {
            $0.member("index", relevance.chunk)
            $0.member("relevance_score", raw: Array("\(relevance.score)".utf8)[...])
          }
        }
      }
      if !documents.selections.isEmpty { write(documents.selections, of: request, to: &answer) }
      if !warnings.isEmpty { answer.array("warnings") { list in warnings.forEach { list.value($0) } } }
    }
    return writer.bytes
  }

  /// The answer to a request that could not be read.
  public static func text(id: JSONValue?, error: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      if let id { $0.member("id", raw: id.rawBytes) }
      $0.member("error", error)
    }
    return writer.bytes
  }

  private static func write(
    _ selections: [RerankedDocuments.Selection], of request: RerankRequest, to answer: inout JSONWriter
  ) {
    answer.object("kept") { kept in
      for selection in selections {
        kept.array("\(selection.budget)") { list in selection.kept.forEach { list.value($0.chunk) } }
      }
    }
    guard selections.contains(where: { $0.packed != nil }) else { return }
    answer.object("packed") { packed in
      for selection in selections {
        packed.array("\(selection.budget)") { list in
          for document in selection.packed ?? [] {
            list.object {
              $0.member("index", document.chunk)
              $0.member("text", document.excerpt ?? request.documents[document.chunk].text)
            }
          }
        }
      }
    }
  }
}
