import TareJSON
public import TareText

/// Messages with a few bytes changed: texts that are shortened, results that are cleared, marks that come and go.
extension Conversation {
  /// The message of that index after `edits`, given in any order; every other byte of it is copied.
  ///
  /// - Precondition: The edits lie in the message and no two of them touch the same byte.
  /// - Complexity: O(*n* + *e* log *e*) in the bytes of the message and the edits.
  public func message(_ index: Int, applying edits: [Edit]) -> [UInt8] {
    bytes(of: messages[index].range, applying: edits)
  }

  /// A piece of the payload after `edits`, given in any order; every other byte of it is copied.
  ///
  /// - Precondition: The edits lie in the piece and no two of them touch the same byte.
  /// - Complexity: O(*n* + *e* log *e*) in the bytes of the piece and the edits.
  public func bytes(of range: SourceRange, applying edits: [Edit]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.length)
    var copied = range.start
    // Sorting keeps the order of edits that stand at one place.
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      precondition(edit.range.start >= copied && edit.range.end <= range.end, "edits lie in the piece, apart")
      bytes += document.bytes[copied..<edit.range.start]
      bytes += edit.replacement
      copied = edit.range.end
    }
    return bytes + document.bytes[copied..<range.end]
  }

  /// The message of that index with other texts in some of its places.
  ///
  /// - Precondition: The texts are of the ``Message/texts`` of the message, each once.
  public func message(_ index: Int, replacing texts: [(text: MessageText, with: String)]) -> [UInt8] {
    message(index, applying: texts.map { $0.text.edit(with: $0.with) })
  }

  /// The message of that index with the content of its tool results replaced by `text`, in the form that the provider
  /// takes. What the provider returned itself stays.
  public func message(_ index: Int, withResultContent text: String) -> [UInt8] {
    message(index, applying: edits(clearingResultsOf: index, with: text))
  }

  /// The edits that put `text` in place of the content of a message's tool results, where they may be replaced.
  public func edits(clearingResultsOf index: Int, with text: String) -> [Edit] {
    messages[index].results.compactMap { result in
      guard result.isReplaceable, let content = result.content else { return nil }
      return Edit(content.range, replacement: format.resultContent(text))
    }
  }

  /// The message of that index with a mark of a cache on its last block that can carry one; `nil` where none can.
  public func message(_ index: Int, addingCacheMarker marker: CacheMarker) -> [UInt8]? {
    messages[index].edits(adding: marker).map { message(index, applying: $0) }
  }

  /// The message of that index without marks of a cache.
  public func message(_ index: Int, removingCacheMarkers markers: [CacheMarker]) -> [UInt8] {
    message(index, applying: messages[index].edits(removing: markers))
  }
}

extension MessageText {
  /// The edit that puts `text` in place of this one.
  public func edit(with text: String) -> Edit {
    var quoted: [UInt8] = []
    appendQuoted(text, to: &quoted)
    return Edit(range, replacement: quoted)
  }
}
