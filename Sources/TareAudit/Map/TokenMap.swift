public import TareModels
public import TarePrompts
import TareText
public import TareTokens

/// Where the tokens of prompts are: folder by folder, file by file, message by message, section by section.
///
/// A token belongs to the section in which its first byte lies, so the parts of anything sum to the whole, and a file
/// has as many as an audit says it sends.
public struct TokenMap: Sendable, Hashable {
  /// A folder, a file, or a part of one, with what stands in it.
  public struct Node: Sendable, Hashable {
    /// What a node is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Files below the same name.
      case folder
      /// A prompt file.
      case file
      /// The description by which a file is chosen.
      case description
      /// A message with the role of its speaker, or without one.
      case message
      /// What a heading opens.
      case section
      /// What stands before the first heading.
      case opening
    }

    /// What it is.
    public let kind: Kind
    /// The name of a folder or a file, the role of a message, the title of a section; it may be empty.
    public let name: String
    /// The line of the file on which it begins, from 1; `nil` for folders and files.
    public let line: Int?
    /// Its tokens, with those of what stands in it, by when they are sent.
    public let tokens: LoadedTokens
    /// The tokens that its text has and a request does not: of files and folders only.
    public let unsent: UnsentTokens
    /// What stands in it, in order.
    public let children: [Node]

    init(
      _ kind: Kind, _ name: String, line: Int? = nil, tokens: LoadedTokens, unsent: UnsentTokens = UnsentTokens(),
      children: [Node] = []
    ) {
      self.kind = kind
      self.name = name
      self.line = line
      self.tokens = tokens
      self.unsent = unsent
      self.children = children
    }
  }

  /// All there is: a folder, or the file where there is only one.
  public let root: Node
  /// The number of files.
  public let fileCount: Int
  /// What the tokens were counted with.
  public let counting: ModelTokenizer
  /// What the numbers are worth.
  public let basis: TokenCount.Basis

  /// The map of `documents`.
  ///
  /// - Complexity: O(*n* + *s* log *s*) in bytes and sections.
  public init(of documents: [PromptDocument], counting: ModelTokenizer) {
    let tokenizer = Tokenizer(counting.encoding)
    var files: [(path: String, node: Node)] = []
    var counts: [TokenCount] = []
    for document in documents {
      let scale = counting.scale(for: document.sentTexts.map { $0.utf8[...] })
      let node = FileTokens(document, tokenizer, scale).node
      files.append((document.path, node))
      counts.append(TokenCount(node.tokens.total, basis: scale.basis))
    }
    root = FolderTree(files).root
    fileCount = files.count
    self.counting = counting
    // One tokenizer made them all, so that they can be added up.
    basis = (try? TokenCount.sum(of: counts))?.basis ?? counting.basis
  }
}

extension AuditReport {
  /// The map of the files that could be read.
  ///
  /// - Complexity: reads each file's text anew.
  public var tokenMap: TokenMap {
    let documents = files.filter { !$0.isFailure }.compactMap {
      try? PromptDocument(path: $0.path, bytes: $0.source.utf8)
    }
    return TokenMap(of: documents, counting: counting)
  }
}
