public import TareJSON
public import TareRanking
import TareText

/// A request to rank documents by a question, as a file or a line of a stream has it:
/// `{"id", "query", "encoding" or "model", "documents": [{"id", "title", "text"} or text], "budgets", "lang", "top_n",
/// "score_floor", "duplicates", "order", "pack", "turns"}`; `top_k` is another name for `top_n`.
///
/// Only `query` and `documents` have to be there; what else is missing is decided by whoever answers.
public struct RerankRequest: Sendable {
  /// What the answer repeats, so that the two are known to belong together; a string, a number, or whatever it is.
  public let id: JSONValue?
  /// The question.
  public let query: Query
  /// The documents, in order.
  public let documents: [Chunk]
  /// The name of what counts the text.
  public let encoding: String?
  /// The name of the model that the documents are for.
  public let model: String?
  /// How many tokens the documents that are kept may have; one answer for each.
  public let budgets: [Int]?
  /// The language of the documents; `nil` to tell it from their words.
  public let language: Language?
  /// How documents are chosen: floor, limit, duplicates and order, as far as the request says.
  public let pruning: RerankPruning
  /// Whether the answer also has the best sentences of documents that do not fit.
  public let packs: Bool?
  /// Whether the documents are the turns of one dialogue, in order.
  public let areTurns: Bool?
  /// What was not understood, one sentence each; nothing else of the request is touched by it.
  public let warnings: [String]
}

/// How documents are chosen, as far as somebody said.
public struct RerankPruning: Sendable, Hashable {
  /// At most so many documents.
  public var limit: Int?
  /// None below this score.
  public var scoreFloor: Double?
  /// None that shares this share of its three-word sequences with a better one.
  public var duplicateThreshold: Double?
  /// The order of those that are kept within a budget.
  public var order: ChunkPruning.Order?

  /// Nothing said.
  public init() {}

  /// What is said here, and where nothing is, what `other` says.
  public func over(_ other: RerankPruning) -> RerankPruning {
    var pruning = self
    pruning.limit = limit ?? other.limit
    pruning.scoreFloor = scoreFloor ?? other.scoreFloor
    pruning.duplicateThreshold = duplicateThreshold ?? other.duplicateThreshold
    pruning.order = order ?? other.order
    return pruning
  }
}

extension RerankRequest {
  /// Documents and a question that stand in no request.
  public init(query: Query, documents: [Chunk]) {
    self.query = query
    self.documents = documents
    (id, encoding, model, budgets, language, packs, areTurns) = (nil, nil, nil, nil, nil, nil, nil)
    pruning = RerankPruning()
    warnings = []
  }

  /// Reads a request.
  ///
  /// - Throws: ``TrimRequestError`` with the place of the first member that is no such thing.
  public init(_ value: JSONValue) throws(TrimRequestError) {
    guard value.kind == .object else {
      throw TrimRequestError(value, "the request is \(value.kind), expected an object with \"query\" and \"documents\"")
    }
    let members = RequestMembers(value)
    id = value["id"]
    guard let text = try members.text("query") else { throw TrimRequestError(value, "the request has no \"query\"") }
    query = Query(text: text)
    documents = try Self.documents(of: value)
    encoding = try members.text("encoding")
    model = try members.text("model")
    budgets = try members.numbers("budgets", from: 1)
    packs = try members.truth("pack")
    areTurns = try members.truth("turns")
    pruning = try RerankPruning(members)
    let tag = try members.text("lang").map { ($0, Language.Tag($0)) }
    if case .known(let language)? = tag?.1 { self.language = language } else { language = nil }
    var warnings = value.members.map(\.name).filter { !Self.known.contains($0) }.map {
      "unknown member \(quotedStart($0)) was ignored"
    }
    if let tag, tag.1 == .unknown {
      warnings.append("unknown language \(quotedStart(tag.0)) was ignored; the words of the documents tell theirs")
    }
    self.warnings = warnings
  }

  private static func documents(of value: JSONValue) throws(TrimRequestError) -> [Chunk] {
    guard let found = value["documents"] else { throw TrimRequestError(value, "the request has no \"documents\"") }
    guard found.kind == .array else {
      throw TrimRequestError(found, "\"documents\" is \(found.kind), expected an array")
    }
    var documents: [Chunk] = []
    for (place, element) in found.elements.enumerated() {
      if let text = element.string {
        documents.append(Chunk(id: "\(place + 1)", text: text))
      } else if let text = element["text"]?.string {
        documents.append(
          Chunk(id: element["id"]?.string ?? "\(place + 1)", title: element["title"]?.string, text: text))
      } else {
        throw TrimRequestError(element, "expected a document: a string, or an object with a string as \"text\"")
      }
    }
    return documents
  }

  private static let known: Set<String> = [
    "id", "query", "documents", "encoding", "model", "budgets", "lang", "top_n", "top_k", "score_floor", "duplicates",
    "order", "pack", "turns",
  ]
}

extension RerankPruning {
  fileprivate init(_ members: RequestMembers) throws(TrimRequestError) {
    let mostRelevant = try members.number("top_k", from: 0)
    limit = try members.number("top_n", from: 0) ?? mostRelevant
    scoreFloor = try members.decimal("score_floor")
    duplicateThreshold = try members.decimal("duplicates")
    order = try members.name(
      "order", of: ChunkPruning.Order.self, ChunkPruning.Order.allCases.map(\.rawValue))
  }
}

extension RequestMembers {
  func decimal(_ name: String) throws(TrimRequestError) -> Double? {
    guard let found = value(name) else { return nil }
    guard let number = found.numberText.flatMap({ Double($0) }), number.isFinite else {
      throw TrimRequestError(found, "\"\(name)\" is \(found.kind), expected a number")
    }
    return number
  }

  func numbers(_ name: String, from least: Int) throws(TrimRequestError) -> [Int]? {
    guard let found = value(name) else { return nil }
    let numbers = found.elements.compactMap(\.integer).filter { least...1_000_000_000_000 ~= $0 }
    guard found.kind == .array, numbers.count == found.elements.count else {
      throw TrimRequestError(found, "\"\(name)\" is no array of whole numbers from \(least)")
    }
    return numbers
  }
}
