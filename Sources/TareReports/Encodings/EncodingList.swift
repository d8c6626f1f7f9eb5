import TareJSON
import TareText
public import TareTokens

/// Encodings for people and for programs.
public struct EncodingList: Sendable {
  private let encodings: [Encoding]

  /// The encodings in the order given.
  public init(_ encodings: [Encoding]) {
    self.encodings = encodings
  }

  /// A line for each.
  public var text: String {
    let head = ["tokens", "special", "from", "family", "name"]
    let rows = encodings.map { encoding in
      [
        encoding.tokenCount.grouped, encoding.specialTokens.count.grouped, encoding.sourceKind ?? "built in",
        encoding.family ?? "-", encoding.name,
      ]
    }
    return aligned([head] + rows, left: [2, 3, 4]).joined(separator: "\n") + "\n"
  }

  /// Everything there is to know about each, a fact on a line.
  public var details: String {
    encodings.map { encoding in
      var facts = [
        ["name", encoding.name], ["family", encoding.family ?? "-"], ["from", encoding.sourceKind ?? "built in"],
        ["tokens", encoding.tokenCount.grouped], ["special tokens", encoding.specialTokens.count.grouped],
        ["text is divided", encoding.splittingDescription], ["normal form", encoding.normalForm?.name ?? "none"],
      ]
      if let digest = encoding.sourceDigest { facts.append(["source SHA-256", digest]) }
      return aligned(facts, left: [0, 1]).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The same facts; what does not apply is `null`.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.array("encodings") { list in
        for encoding in encodings {
          list.object { object in
            object.member("name", encoding.name)
            object.member("family", encoding.family)
            object.member("builtIn", !encoding.isInstalled)
            object.member("from", encoding.sourceKind)
            object.member("sourceSHA256", encoding.sourceDigest)
            object.member("tokens", encoding.tokenCount)
            object.member("specialTokens", encoding.specialTokens.count)
            object.member("normalForm", encoding.normalForm?.name)
          }
        }
      }
    }
    return writer.text + "\n"
  }
}
