import TareText

/// Findings that are known and not reported, file by file.
///
/// A finding is known by its rule and the text it is about, so that lines may move; how many places there are of the same
/// kind is counted, so that one more is new.
public struct Baseline: Sendable, Hashable {
  /// Places where one rule finds something about the same text of one file.
  public struct Entry: Sendable, Hashable {
    /// The code of the rule.
    public let code: String
    /// The hash of the lines, sixteen hexadecimal digits.
    public let content: String
    /// How many there are.
    public let count: Int
    /// For what is above a limit, by how many tokens: more than that is new again.
    public let tokensOver: Int?

    /// An entry.
    public init(code: String, content: String, count: Int, tokensOver: Int? = nil) {
      self.code = code
      self.content = content
      self.count = count
      self.tokensOver = tokensOver
    }
  }

  /// The entries of each file, by its path.
  public private(set) var files: [String: [Entry]]

  /// A baseline of these entries.
  public init(files: [String: [Entry]] = [:]) {
    self.files = files.filter { !$0.value.isEmpty }
  }

  /// What is known of the file of that path.
  public subscript(path: String) -> [Entry] {
    get { files[path] ?? [] }
    set { files[path] = newValue.isEmpty ? nil : newValue }
  }
}

extension Baseline {
  /// The entries for `findings`, by code and text.
  static func entries(of findings: [Finding], in audit: FileAudit) -> [Entry] {
    var order: [Key] = []
    var entries: [Key: (count: Int, over: Int?)] = [:]
    for finding in findings {
      for place in finding.places {
        let key = Key(finding.code, place, in: audit.source)
        if entries[key] == nil { order.append(key) }
        let known = entries[key]
        entries[key] = ((known?.count ?? 0) + 1, [known?.over, finding.tokensOver].compactMap(\.self).max())
      }
    }
    return order.sorted().map {
      Entry(code: $0.code, content: $0.content, count: entries[$0]?.count ?? 0, tokensOver: entries[$0]?.over)
    }
  }

  /// What tells places of findings of one file apart.
  struct Key: Hashable, Comparable {
    let code: String
    let content: String

    init(_ code: String, _ place: SourceRange, in source: SourceText) {
      self.code = code
      content = FindingContent(place, in: source).hash
    }

    init(_ entry: Entry) { (code, content) = (entry.code, entry.content) }

    static func < (left: Key, right: Key) -> Bool { (left.code, left.content) < (right.code, right.content) }
  }
}

extension FileAudit {
  /// What a baseline holds of the file: what was found and what it hid already. A file that cannot be read has nothing
  /// that could be known.
  public var baselineEntries: [Baseline.Entry] {
    isFailure ? [] : Baseline.entries(of: (findings + known).sorted(), in: self)
  }
}

extension Finding {
  /// The tokens above a limit; `nil` for a finding about anything else.
  var tokensOver: Int? {
    if case .over(let tokens) = cost { tokens } else { nil }
  }
}
